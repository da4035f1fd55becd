using System.Collections.Immutable;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using NodaTime;

namespace MentorBot.Domain.Pulses;

/// <summary>How a check-in comes to its end: folded and closed, or stopped. What does not fit its stage changes nothing.</summary>
public static class Concluding
{
    /// <summary>By then the result has been brought to everyone whom it could be brought to; where their cards are is forgotten.</summary>
    private static readonly Duration SweptAfter = Duration.FromDays(14);

    /// <summary>Nothing is taken in any more.</summary>
    /// <param name="left">Those asked whose relationship had not ended by then: of a group that shrank no more may be shown than of one that was small at first.</param>
    public static Decision<Pulse, Pulse?> Fold(Pulse? current, Audience left, Instant now)
    {
        if (current is not { Stage: PulseStage.Open } || now < current.ClosesAt)
            return new(current, false, current, []);

        var invited = left.Invited with { Finest = (Level)Math.Min((int)current.Invited.Finest, (int)left.Invited.Finest) };
        var next = current with
        {
            Revision = current.Revision + 1,
            Stage = PulseStage.Folding,
            Invited = invited,
        };
        return new(next, true, next, []);
    }

    /// <summary>Who was invited is counted nowhere from here on. Folded after its time, its result comes on the next morning.</summary>
    /// <param name="zone">Of whoever launched it.</param>
    public static Decision<Pulse, Pulse?> Close(Pulse? current, PulseSums sums, DateTimeZone zone, Instant now)
    {
        if (current is not { Stage: PulseStage.Folding })
            return new(current, false, current, []);

        var next = current with
        {
            Revision = current.Revision + 1,
            Stage = PulseStage.Closed,
            ResultAt = now < current.ResultAt ? current.ResultAt : WorkingDays.NextMorning(now, zone),
            Invited = Audience.Of([]).Invited,
            Figures = Showing.Of(sums, current.Invited),
        };
        return new(next, true, next,
        [
            new Consequence.Step(PulseNotices.Forget, next.Id.Value, "") { At = Instant.Max(now, next.Opened + Launching.Apart) },
            new Consequence.Step(PulseNotices.Sweep, next.Id.Value, "") { At = next.ResultAt + SweptAfter },
        ]);
    }

    /// <summary>Nothing of it is left but that it was stopped.</summary>
    public static Decision<Pulse, Pulse?> Stop(Pulse? current, Instant now)
    {
        if (current is null || !current.Takes(now))
            return new(null, false, current, []);

        var next = current with { Revision = current.Revision + 1, Stage = PulseStage.Stopped, Invited = Audience.Of([]).Invited };
        return new(next, true, next, [new Consequence.Step(PulseNotices.EraseStopped, next.Id.Value, "")]);
    }

    /// <summary>To these people, in the morning when everyone hears of it. Left once it is closed: before, there is nothing to be shown.</summary>
    public static ImmutableArray<Consequence> Result(Pulse pulse, params IEnumerable<PersonId> whom) =>
        [.. whom.Select(person => new Consequence.Tell(PulseNotices.Result, pulse.Id.Value, "", person) { At = pulse.ResultAt })];
}
