using MentorBot.Domain;
using MentorBot.Domain.Bundles;
using MentorBot.Domain.Programme;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Bundles;

/// <summary>People: the row "bundle" of each person. The next look at it is written with it, as a step for later.</summary>
public sealed class BundleRows(RecordRows records, MentoringProgramme programme) : IBundles
{
    private readonly BundleCodec codec = new();

    public async Task<Bundle> Find(PersonId person, CancellationToken cancellationToken) =>
        await records.Find(PartitionOf.Person(programme.Tenant, person), BundleCodec.Key, codec, cancellationToken) ?? Bundle.Of(person);

    public Task<Bundle> Decide(PersonId person, Func<Bundle, Decision<Bundle, Bundle>> decide, CancellationToken cancellationToken) =>
        records.Decide<Bundle, Bundle>(PartitionOf.Person(programme.Tenant, person), BundleCodec.Key, codec, found => decide(found ?? Bundle.Of(person)), cancellationToken);
}
