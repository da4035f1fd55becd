using System.Collections.Immutable;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Pulses;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Storage.Pulses;

/// <summary>The next of a row of check-ins goes out, or waits a week. One that was stopped, or after which no more are to come, is the last of its row.</summary>
public sealed class RepeatPulse(Decisions decisions, PulseRows pulses, MentoringProgramme programme, IClock clock) : IStep
{
    public string Kind => PulseNotices.Repeat;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var (id, waits) = PulseNotices.InRepeat(subject);
        if (await pulses.Find(id, cancellationToken) is not { Stage: not PulseStage.Stopped, Plan.RepeatWeeks: not null } pulse)
            return;

        var outcome = await pulses.LaunchIf(Repeating.NextId(id), Repeating.NextPlan(pulse, waits), pulse.By, null, cancellationToken);
        if (outcome is not LaunchOutcome.Refused || Repeating.Again(id, waits, clock.GetCurrentInstant()) is not { } again)
            return;

        ImmutableArray<Consequence> later = [again];
        await decisions.Run(
            PartitionOf.Pulses(programme.Tenant),
            _ => Task.FromResult(true),
            (_, _) => ValueTask.FromResult(new Plan<bool>(true, [.. later.Select(OutboxRows.Write)], OutboxRows.LookAt(later, clock.GetCurrentInstant()))),
            cancellationToken);
    }
}
