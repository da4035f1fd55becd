namespace MentorBot.Flows.Keeping;

/// <summary>
/// The ids on cards and in forms. Literal and versioned: cards outlive refactorings. The relationship is carried as
/// RelationshipActions.Relationship, the conversation as SessionActions.Number, the text that was seen as SessionActions.Revision.
/// </summary>
public static class KeepingActions
{
    // On cards.
    public const string Nothing = "keeping.nothing.v1";
    public const string NotNow = "keeping.not-now.v1";

    // Openers of forms.
    public const string Draft = "keeping.draft.v1";
    public const string Read = "keeping.read.v1";
    public const string Open = "keeping.open.v1";
    public const string Mine = "keeping.mine.v1";
    public const string HowLocked = "keeping.how-locked.v1";

    // In forms, to the next one.
    public const string ChangeNext = "keeping.change-next.v1";
    public const string MineNext = "keeping.mine-next.v1";

    // In forms.
    public const string Show = "keeping.show.v1";
    public const string ShowChange = "keeping.show-change.v1";
    public const string KeepMine = "keeping.keep-mine.v1";
    public const string Later = "keeping.later.v1";
    public const string Fine = "keeping.fine.v1";
    public const string RatherNot = "keeping.rather-not.v1";
    public const string SaveMine = "keeping.save-mine.v1";

    // What forms carry beside: the revision of one's own lines; the number of one's draft.
    public const string Own = "own";
    public const string Drafted = "drafted";

    // The fields.
    public const string Both = "both";
    public const string Alone = "alone";
    public const string TakeAlong = "take-along";
    public const string Line = "line";
}
