using MentorBot.Domain.Programme;
using MentorBot.Domain.Pulses;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;

namespace MentorBot.Storage.Pulses;

/// <summary>What there is of a check-in that was stopped goes: answers, invitations, and at last who was asked, by which the rest is found.</summary>
public sealed class EraseStopped(RecordRows records, AudienceRows audiences, OwnAnswerRows own, DataKeys keys, MentoringProgramme programme) : IStep
{
    public string Kind => PulseNotices.EraseStopped;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var id = new PulseId(subject);
        foreach (var pair in (await audiences.Of(id, cancellationToken)).Pairs)
        {
            await own.Erase(pair.Mentee, pair.About, id, cancellationToken);
            await own.Erase(pair.Mentor, pair.About, id, cancellationToken);
        }

        await records.Erase(PartitionOf.Pulse(programme.Tenant, id.Value), "", cancellationToken);
        await keys.Erase(Owner.Pulse(programme.Tenant, id.Value), cancellationToken);
        await audiences.Forget(id, cancellationToken);
    }
}
