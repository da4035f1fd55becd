namespace MentorBot.Flows.Sessions;

/// <summary>The ids on cards and in forms. Literal and versioned: cards outlive refactorings. The relationship is carried as RelationshipActions.Relationship.</summary>
public static class SessionActions
{
    // Pressed on other flows' cards, with the relationship: the card for the conversation, now.
    public const string Talk = "sessions.talk.v1";

    // The same, with the number of the conversation or of the booking, too.
    public const string WeMet = "sessions.we-met.v1";

    // On the card for the conversation.
    public const string Turn = "sessions.turn.v1";
    public const string OtherPrompts = "sessions.other-prompts.v1";
    public const string OneAtATime = "sessions.one-at-a-time.v1";
    public const string Done = "sessions.done.v1";
    public const string Late = "sessions.late.v1";
    public const string LateBy = "sessions.late-by.v1";
    public const string Show = "sessions.show.v1";
    public const string NotNow = "sessions.not-now.v1";

    // After a long while without a conversation: the question, and the answer that nothing has to change.
    public const string GoneQuiet = "sessions.gone-quiet.v1";
    public const string RightAsItIs = "sessions.right-as-it-is.v1";

    // Openers of forms.
    public const string More = "sessions.more.v1";

    // In forms.
    public const string GoThere = "sessions.go-there.v1";
    public const string JustPrompts = "sessions.just-prompts.v1";
    public const string WeMetInForm = "sessions.we-met-in-form.v1";

    // What cards and forms carry, beside the relationship: the number of the conversation, the revision it showed, the phase.
    public const string Number = "number";
    public const string Revision = "revision";
    public const string Phase = "phase";

    // The same: which of somebody's cards it is; where a button leads; how often prompts had been drawn; by how many minutes.
    public const string Card = "card";
    public const string To = "to";
    public const string Draws = "draws";
    public const string Minutes = "minutes";
}
