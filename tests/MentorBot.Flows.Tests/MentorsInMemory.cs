using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Matching;

namespace MentorBot.Flows.Tests;

internal sealed class MentorsInMemory : List<Mentor>, IMentors
{
    public Task<ImmutableArray<Mentor>> All(CancellationToken cancellationToken) => Task.FromResult(this.ToImmutableArray());

    public Task<Mentor?> Find(PersonId person, CancellationToken cancellationToken) => Task.FromResult(Find(mentor => mentor.Person == person));
}
