namespace MentorBot.Flows.Notes;

/// <summary>The ids on cards and in forms. Literal and versioned: cards outlive refactorings. The relationship is carried as RelationshipActions.Relationship.</summary>
public static class NoteActions
{
    // Openers of forms, with the relationship, the number of the conversation, and the phase.
    public const string Write = "notes.write.v1";
    public const string ReadAll = "notes.read-all.v1";

    // In forms, to the next one.
    public const string WriteNext = "notes.write-next.v1";
    public const string ForMeAlone = "notes.for-me-alone.v1";
    public const string ShareNext = "notes.share-next.v1";

    // In forms.
    public const string Save = "notes.save.v1";
    public const string SaveOwn = "notes.save-own.v1";
    public const string Share = "notes.share.v1";

    // What forms carry beside the relationship, the number and the phase: the version of the note that they showed, if they showed one.
    public const string Seen = "seen";

    // The field.
    public const string Words = "note";
}
