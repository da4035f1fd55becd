using System.Collections.Immutable;
using MentorBot.Domain.Matching;

namespace MentorBot.Domain.Requests;

/// <summary>What a decision about a request starts from, and what it leaves. All of it is kept together, or nothing.</summary>
/// <param name="Request">Null when there is none by that id (any more).</param>
/// <param name="Gone">Requests of the same person that went within the last day: a form that arrives once more must not bring one back.</param>
/// <param name="Asked">What matching knows of the person who is asked, or is to be; null when nobody is.</param>
/// <param name="Own">What it knows of the person asking, where they would be the mentor; else null.</param>
/// <param name="EndedByChoice">Whether the person asking and the one asked ended before, and not both asked for one another again.</param>
public sealed record Scene(Request? Request, ImmutableArray<RequestId> Gone, Mentor? Asked, Mentor? Own, bool EndedByChoice)
{
    /// <summary>Nothing changes; the answer is how things stand.</summary>
    public Decision<Scene, RequestOutcome> AsItIs() => new(new RequestOutcome.AsItIs(Request), false, this, []);
}
