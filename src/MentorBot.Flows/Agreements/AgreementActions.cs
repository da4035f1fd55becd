namespace MentorBot.Flows.Agreements;

/// <summary>The ids on cards and in forms. Literal and versioned: cards outlive refactorings. The relationship is carried as RelationshipActions.Relationship.</summary>
public static class AgreementActions
{
    // Opener of the form with the nine questions, with the relationship; and the same from within a form.
    public const string Open = "agreements.open.v1";
    public const string OpenNext = "agreements.open-next.v1";

    // In these forms.
    public const string WriteNext = "agreements.write-next.v1";
    public const string Save = "agreements.save.v1";
    public const string SuitsMe = "agreements.suits-me.v1";
    public const string TalkFirst = "agreements.talk-first.v1";

    // What forms carry, beside the relationship: the revision that was shown, or those of both sheets.
    public const string Seen = "seen";
    public const string Mine = "mine";
    public const string Theirs = "theirs";

    // The inputs; the first two with the number of the question behind them.
    public const string Words = "words";
    public const string Show = "show";
    public const string HowOften = "howOften";
    public const string HowLong = "howLong";
    public const string Where = "where";
    public const string LookAgain = "lookAgain";
}
