using MentorBot.Domain;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Profiles;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Requests;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Matching;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Requests;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.MyData;

/// <summary>
/// After what somebody shared is erased: with whom they were, or might have been, and what was kept so that others could be told. Who
/// has begun afresh keeps what is theirs since, and that they are not introduced again where it ended by choice.
/// </summary>
public sealed class EraseLastTraces(
    IRowStore store, Decisions decisions, PastPairRows pairs, IRequests requests, IProfiles profiles, MentoringProgramme programme) : IStep
{
    public string Kind => MyDataNotices.LastTraces;

    public bool IsNeverGivenUp => true;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var person = new PersonId(home);
        if (await profiles.Find(person, cancellationToken) is not null)
            return;

        await pairs.Forget(person, cancellationToken);
        foreach (var request in await requests.WithoutWords(cancellationToken))
            if (request.NotAgain.Contains(person))
                await requests.Decide(request.Person, request.Id, null, scene => Requesting.Forget(scene, person), cancellationToken);

        var matching = PartitionOf.Matching(programme.Tenant);
        await Erase(matching, async token => [await store.Get(matching, MentorCodec.KeyOf(person), token), await store.Get(matching, DeskRows.KeyOf(person), token)], cancellationToken);
        await Erase(matching, async token => (await store.Prefix(matching, DueRows.Prefix, token)).Where(row => DueRows.Of(row).Person == person), cancellationToken);

        // Not what is still on its way, as this step is.
        var own = PartitionOf.Person(programme.Tenant, person);
        await Erase(own, async token => (await store.Prefix(own, "", token)).Where(row => !row.Key.StartsWith(OutboxRows.Prefix, StringComparison.Ordinal) && !row.Key.StartsWith("sending-", StringComparison.Ordinal)), cancellationToken);
    }

    private async Task Erase(Partition partition, Func<CancellationToken, Task<IEnumerable<Row?>>> read, CancellationToken cancellationToken)
    {
        while (await decisions.Run(
            partition,
            async token => (await read(token)).OfType<Row>().Take(RowRules.MostWrites).ToList(),
            (rows, _) => ValueTask.FromResult(rows.Count == 0 ? Plan.Nothing(false) : Plan.Of(true, [.. rows.Select(row => new Write.Delete(row.Key, row.ETag))])),
            cancellationToken))
        {
            // A transaction takes a hundred rows.
        }
    }
}
