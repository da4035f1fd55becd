using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.MyData;
using NodaTime;

namespace MentorBot.Flows.Tests;

/// <summary>Who opened what on which day.</summary>
internal sealed class OpeningsInMemory : HashSet<(PersonId Person, Opened What, LocalDate Day)>, IOpenings
{
    public Task Note(PersonId person, Opened what, LocalDate day, CancellationToken cancellationToken)
    {
        Add((person, what, day));
        return Task.CompletedTask;
    }

    public Task<ImmutableArray<OpenedOnDay>> Of(PersonId person, CancellationToken cancellationToken) => Task.FromResult(this
        .Where(one => one.Person == person)
        .GroupBy(one => one.Day)
        .OrderByDescending(day => day.Key)
        .Select(day => new OpenedOnDay(day.Key, [.. day.Select(one => one.What).Order()]))
        .ToImmutableArray());
}
