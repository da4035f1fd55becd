using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Matching;

namespace MentorBot.Flows.Tests;

/// <summary>Knows the directory, and finds nobody.</summary>
internal sealed class MatchmakerInMemory(IDirectory directory) : IMatchmaker
{
    public async Task<Two> Two(PersonId asking, PersonId asked, CancellationToken cancellationToken) =>
        new(await Colleague(asking, cancellationToken), await Colleague(asked, cancellationToken));

    public Task<Searching> AmongAll(CancellationToken cancellationToken) => Task.FromResult(new Searching(_ => [], (_, _) => null));

    private async Task<Colleague?> Colleague(PersonId person, CancellationToken cancellationToken) =>
        await directory.Find(person, cancellationToken) is { } found ? new Colleague(found, await directory.LineAbove(person, cancellationToken)) : null;
}
