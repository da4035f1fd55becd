namespace MentorBot.Flows.Requests;

/// <summary>The ids on cards and in forms of the person who asks. Literal and versioned: cards outlive refactorings.</summary>
public static class RequestActions
{
    /// <summary>"Find me someone": the notice before the first question. May carry <see cref="After"/>.</summary>
    public const string Begin = "requests.begin.v1";

    /// <summary>"We found each other": opens the form of an invitation.</summary>
    public const string InviteForm = "requests.invite-form.v1";

    // What cards and forms carry: which request; whose, on cards of others; which question; who is asked.
    public const string Request = "request";
    public const string Person = "person";
    public const string Match = "match";
    public const string Whom = "whom";

    /// <summary>The relationship that ended, after which a new request has an early place and the earlier answers.</summary>
    public const string After = "after";
}
