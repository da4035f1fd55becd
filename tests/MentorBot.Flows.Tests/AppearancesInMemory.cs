using MentorBot.Domain;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Scheduling;

namespace MentorBot.Flows.Tests;

internal sealed class AppearancesInMemory : IAppearances
{
    private readonly Dictionary<(PersonId, RelationshipId), Appearance> all = [];

    public Task<Appearance> Find(PersonId person, RelationshipId relationship, CancellationToken cancellationToken) =>
        Task.FromResult(all.GetValueOrDefault((person, relationship)) ?? Appearance.Usual);

    public async Task Save(PersonId person, RelationshipId relationship, Appearing appears, Confidential? subject, CancellationToken cancellationToken) =>
        all[(person, relationship)] = new((await Find(person, relationship, cancellationToken)).Revision + 1, appears, subject);
}
