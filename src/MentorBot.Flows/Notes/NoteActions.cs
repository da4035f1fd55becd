namespace MentorBot.Flows.Notes;

/// <summary>The ids on cards and in forms. Literal and versioned: cards outlive refactorings. The relationship is carried as RelationshipActions.Relationship.</summary>
public static class NoteActions
{
    // Openers of forms, with the relationship, the number of the conversation, and the phase.
    public const string Write = "notes.write.v1";
    public const string ReadAll = "notes.read-all.v1";
}
