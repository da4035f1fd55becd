namespace MentorBot.Flows.Requests;

/// <summary>The ids on cards and in forms of the person who asks. Literal and versioned: cards outlive refactorings.</summary>
public static class RequestActions
{
    /// <summary>"Find me someone": the notice before the first question. May carry <see cref="After"/>.</summary>
    public const string Begin = "requests.begin.v1";

    // On cards: asking.
    public const string NotNow = "requests.not-now.v1";
    public const string Erase = "requests.erase.v1";
    public const string Show = "requests.show.v1";
    public const string GoOn = "requests.go-on.v1";
    public const string OpenToPeers = "requests.open-to-peers.v1";
    public const string TalkWith = "requests.talk-with.v1";

    // On cards: choosing.
    public const string Choose = "requests.choose.v1";
    public const string ChooseEqual = "requests.choose-equal.v1";
    public const string NoneOfThese = "requests.none-of-these.v1";
    public const string ShowOthers = "requests.show-others.v1";
    public const string TakeBack = "requests.take-back.v1";
    public const string ChooseAgain = "requests.choose-again.v1";

    // On cards: inviting. The last one is for whoever is invited.
    public const string LetItRest = "requests.let-it-rest.v1";
    public const string Arrived = "requests.arrived.v1";

    // Openers of forms.
    public const string Form = "requests.form.v1";
    public const string WidenForm = "requests.widen-form.v1";
    public const string WithdrawForm = "requests.withdraw-form.v1";
    public const string MoreAbout = "requests.more-about.v1";

    /// <summary>"We found each other": opens the form of an invitation.</summary>
    public const string InviteForm = "requests.invite-form.v1";
    public const string ShowLine = "requests.show-line.v1";

    // In forms.
    public const string Send = "requests.send.v1";
    public const string Keep = "requests.keep.v1";
    public const string Save = "requests.save.v1";
    public const string Widen = "requests.widen.v1";
    public const string Withdraw = "requests.withdraw.v1";
    public const string Invite = "requests.invite.v1";

    // What cards and forms carry: which request; whose, on cards of others; which question; who is asked.
    public const string Request = "request";
    public const string Person = "person";
    public const string Match = "match";
    public const string Whom = "whom";

    /// <summary>The tick on the card of those to choose from: the first time that suits both comes with the question.</summary>
    public const string BookFirst = "bookFirst";

    /// <summary>Which of the cards about a request: what stands on an older one is not done any more.</summary>
    public const string Round = "round";

    /// <summary>The relationship that ended, after which a new request has an early place and the earlier answers.</summary>
    public const string After = "after";
}
