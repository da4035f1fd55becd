using System.Collections.Immutable;
using MentorBot.Domain.Offers;

namespace MentorBot.Flows.Tests;

internal sealed class MentorsInMemory : List<Mentor>, IMentors
{
    public Task<ImmutableArray<Mentor>> All(CancellationToken cancellationToken) => Task.FromResult(this.ToImmutableArray());
}
