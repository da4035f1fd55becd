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
public sealed class EraseLastTraces(RecordRows records, IRequests requests, IProfiles profiles, MentoringProgramme programme) : IStep
{
    public string Kind => MyDataNotices.LastTraces;

    public bool IsNeverGivenUp => true;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var person = new PersonId(home);
        if (await profiles.Find(person, cancellationToken) is not null)
            return;

        foreach (var request in await requests.WithoutWords(cancellationToken))
            if (request.NotAgain.Contains(person))
                await requests.Decide(request.Person, request.Id, null, scene => Requesting.Forget(scene, person), cancellationToken);

        var (matching, mentor, desk) = (PartitionOf.Matching(programme.Tenant), MentorCodec.KeyOf(person), DeskRows.KeyOf(person));
        await records.Erase(matching, PastPairRows.Prefix, row => PastPairRows.IsOf(row, person), cancellationToken);
        await records.Erase(matching, mentor, row => row.Key == mentor, cancellationToken);
        await records.Erase(matching, desk, row => row.Key == desk, cancellationToken);
        await records.Erase(matching, DueRows.Prefix, row => DueRows.Of(row).Person == person, cancellationToken);

        // Not what is still on its way, as this step is.
        await records.Erase(PartitionOf.Person(programme.Tenant, person), "", row => !OutboxRows.IsOnItsWay(row), cancellationToken);
    }
}
