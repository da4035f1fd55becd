using System.Collections.Immutable;
using MentorBot.Domain.Requests;

namespace MentorBot.Domain.Matching;

/// <summary>The mentors, the directory and past pairs as they are now, for decisions that look for somebody.</summary>
/// <param name="Find">Up to three people for this request, the best first; nobody against whom a "never" stands.</param>
/// <param name="Between">Why this person might suit; null when a "never" stands between them, or they are not to be found.</param>
public sealed record Searching(Func<Request, ImmutableArray<Proposal>> Find, Func<Request, PersonId, Proposal?> Between)
{
    /// <summary>Those of them who can still be introduced, filled up with new ones to three.</summary>
    internal ImmutableArray<Proposal> FillUp(Request request, IEnumerable<Proposal> people)
    {
        var still = people.Where(proposal => Between(request, proposal.Mentor) is not null).ToImmutableArray();
        return [.. still.Concat(Find(request).Where(found => still.All(one => one.Mentor != found.Mentor))).Take(3)];
    }
}
