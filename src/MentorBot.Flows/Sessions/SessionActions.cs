namespace MentorBot.Flows.Sessions;

/// <summary>The ids on cards and in forms. Literal and versioned: cards outlive refactorings. The relationship is carried as RelationshipActions.Relationship.</summary>
public static class SessionActions
{
    // Pressed on other flows' cards, with the relationship: the card for the conversation, now.
    public const string Talk = "sessions.talk.v1";
    public const string WeMet = "sessions.we-met.v1";

    // What cards and forms carry, beside the relationship: the number of the conversation, the revision it showed, the phase.
    public const string Number = "number";
    public const string Revision = "revision";
    public const string Phase = "phase";
}
