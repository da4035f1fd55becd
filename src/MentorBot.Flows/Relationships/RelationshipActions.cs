namespace MentorBot.Flows.Relationships;

/// <summary>The ids on cards and in forms between two people who both said yes. Literal and versioned: cards outlive refactorings.</summary>
public static class RelationshipActions
{
    // On cards.
    public const string GoOn = "relationships.go-on.v1";
    public const string LetItRest = "relationships.let-it-rest.v1";
    public const string ShowFinished = "relationships.show-finished.v1";

    // Openers of forms.
    public const string Read = "relationships.read.v1";
    public const string More = "relationships.more.v1";
    public const string TightWithWhom = "relationships.tight-with-whom.v1";

    // In forms, to the next one.
    public const string ReadNext = "relationships.read-next.v1";
    public const string StopNext = "relationships.stop-next.v1";
    public const string TightNext = "relationships.tight-next.v1";
    public const string LighterNext = "relationships.lighter-next.v1";
    public const string HandOverNext = "relationships.hand-over-next.v1";

    // In forms.
    public const string Stop = "relationships.stop.v1";
    public const string MakeLighter = "relationships.make-lighter.v1";
    public const string TellFirst = "relationships.tell-first.v1";
    public const string HandOver = "relationships.hand-over.v1";

    // What cards and forms carry: which relationship, and how it gets lighter.
    public const string Relationship = "relationship";
    public const string How = "how";
}
