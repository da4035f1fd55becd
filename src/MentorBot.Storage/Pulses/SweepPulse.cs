using MentorBot.Domain.Programme;
using MentorBot.Domain.Pulses;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Pulses;

/// <summary>A while after a result went out: nothing says any more to whom.</summary>
public sealed class SweepPulse(RecordRows records, MentoringProgramme programme) : IStep
{
    public string Kind => PulseNotices.Sweep;

    public Task Run(string home, string subject, CancellationToken cancellationToken) =>
        records.Erase(PartitionOf.Pulse(programme.Tenant, subject), "", cancellationToken);
}
