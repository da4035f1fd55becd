namespace MentorBot.Flows.Closing;

/// <summary>The ids on cards and in forms about going on, pausing and finishing. Literal and versioned: cards outlive refactorings.</summary>
public static class ClosingActions
{
    // On cards.
    public const string GoOn = "closing.go-on.v1";
    public const string LetsDoThat = "closing.lets-do-that.v1";
    public const string RatherNot = "closing.rather-not.v1";
    public const string AsPeers = "closing.as-peers.v1";
    public const string NotAsPeers = "closing.not-as-peers.v1";

    // Openers of forms.
    public const string PauseForm = "closing.pause-form.v1";
    public const string FinishForm = "closing.finish-form.v1";
    public const string PeersForm = "closing.peers-form.v1";

    // In forms, to the next one.
    public const string PauseNext = "closing.pause-next.v1";
    public const string FinishNext = "closing.finish-next.v1";
    public const string ApartNext = "closing.apart-next.v1";

    // In forms.
    public const string Pause = "closing.pause.v1";
    public const string LastOne = "closing.last-one.v1";
    public const string Finish = "closing.finish.v1";
    public const string Suggest = "closing.suggest.v1";
    public const string AskPeers = "closing.ask-peers.v1";

    // What cards and forms carry, beside the relationship: which time they are asked, and what is chosen.
    public const string Number = "number";
    public const string Day = "day";
    public const string Weeks = "weeks";
}
