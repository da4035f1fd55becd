namespace MentorBot.Flows.Matching;

/// <summary>The ids on cards and in forms of whoever is asked. Which question it is, they carry under the names of <see cref="Requests.RequestActions"/>.</summary>
public static class MatchingActions
{
    // On cards.
    public const string Yes = "matching.yes.v1";
    public const string YesAt = "matching.yes-at.v1";
    public const string NotNow = "matching.not-now.v1";
    public const string Show = "matching.show.v1";

    // Opens a form.
    public const string More = "matching.more.v1";

    // In forms.
    public const string YesInForm = "matching.yes-form.v1";
    public const string YesAtInForm = "matching.yes-at-form.v1";
    public const string NotNowInForm = "matching.not-now-form.v1";

    // What a yes to a time carries beside the question: when it would begin.
    public const string At = "at";
}
