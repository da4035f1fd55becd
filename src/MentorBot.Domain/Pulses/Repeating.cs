using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain.Notices;
using NodaTime;

namespace MentorBot.Domain.Pulses;

/// <summary>The next check-in of a row of them. Where it is refused it waits a week and is tried again.</summary>
public static class Repeating
{
    /// <summary>After that many weeks the row ends.</summary>
    public const int MostWaits = 6;

    private const int DaysOfAWeek = 7;
    private const char Separator = '-';

    public static PulseForm NextForm(PulseForm form) => form switch
    {
        PulseForm.A => PulseForm.B,
        PulseForm.B => PulseForm.C,
        PulseForm.C => PulseForm.A,
        _ => form,
    };

    /// <summary>The same each time it is asked for, so that a repetition is launched once.</summary>
    public static PulseId NextId(PulseId id) => id.Value.Split(Separator) is [var first, var number]
        ? new($"{first}{Separator}{(int.Parse(number, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture)}")
        : new($"{id.Value}{Separator}2");

    /// <param name="waits">How many weeks it has waited.</param>
    public static PulsePlan NextPlan(Pulse pulse, int waits) => pulse.Plan with
    {
        Form = NextForm(pulse.Plan.Form),
        ClosesOn = pulse.Plan.ClosesOn.PlusWeeks((pulse.Plan.RepeatWeeks ?? 0) + waits),
    };

    /// <summary>It is the last of its row. One that repeats no more stays as it is.</summary>
    public static Decision<Pulse, Pulse?> End(Pulse? current)
    {
        if (current is not { Plan.RepeatWeeks: not null })
            return new(current, false, current, []);

        var last = current with { Revision = current.Revision + 1, Plan = current.Plan with { RepeatWeeks = null } };
        return new(last, true, last, []);
    }

    /// <summary>When the one after this is to go out, if it did not yet: where it waits, when it is tried again; null where none comes.</summary>
    public static Instant? NextAt(Pulse pulse, Instant now)
    {
        if (pulse.Plan.RepeatWeeks is not { } weeks)
            return null;
        for (var (at, waits) = (pulse.Opened + Duration.FromDays(DaysOfAWeek * weeks), 0); waits <= MostWaits; at += Duration.FromDays(DaysOfAWeek), waits++)
            if (now <= at)
                return at;
        return null;
    }

    /// <summary>Those after which another is to go out, and did not yet; soonest first.</summary>
    /// <param name="all">Those that were stopped as well: each is the last of its row.</param>
    public static ImmutableArray<Pulse> ToRepeat(ImmutableArray<Pulse> all, Instant now)
    {
        var ids = all.Select(pulse => pulse.Id).ToHashSet();
        return [.. all.Where(pulse => pulse.Stage != PulseStage.Stopped && !ids.Contains(NextId(pulse.Id)) && NextAt(pulse, now) is not null).OrderBy(pulse => NextAt(pulse, now))];
    }

    /// <summary>The step for it.</summary>
    public static Consequence At(PulseId id, int waits, Instant at) => new Consequence.Step(PulseNotices.Repeat, Subject.Of(id.Value, waits), "") { At = at };

    /// <summary>The same, a week later; null when it waited often enough.</summary>
    public static Consequence? Again(PulseId id, int waits, Instant now) => waits < MostWaits ? At(id, waits + 1, now + Duration.FromDays(DaysOfAWeek)) : null;
}
