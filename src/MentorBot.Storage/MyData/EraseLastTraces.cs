using MentorBot.Domain;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Profiles;
using MentorBot.Domain.Programme;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Matching;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.MyData;

/// <summary>After what somebody shared is erased: with whom they were, and where cards of theirs were. Who has begun afresh keeps what is theirs since.</summary>
public sealed class EraseLastTraces(RecordRows records, PastPairRows pairs, IProfiles profiles, MentoringProgramme programme) : IStep
{
    public string Kind => MyDataNotices.LastTraces;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var person = new PersonId(home);
        await pairs.Forget(person, cancellationToken);
        if (await profiles.Find(person, cancellationToken) is null)
            await records.Erase(PartitionOf.Person(programme.Tenant, person), "card-", cancellationToken);
    }
}
