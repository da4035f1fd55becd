using System.Collections.Immutable;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using NodaTime;

namespace MentorBot.Domain.Pulses;

/// <summary>
/// Whether a check-in may go out, and that it does. Within six weeks nobody is asked twice, so that no two results are about groups
/// which differ by a few people; and a group too small to be shown is not asked at all.
/// </summary>
public static class Launching
{
    /// <summary>How long nobody is asked again.</summary>
    public static readonly Duration Apart = Duration.FromDays(42);

    /// <summary>Long enough to stay two days away from any conversation.</summary>
    public const int FewestDays = 10;

    public const int MostDays = 56;

    /// <summary>The one reminder, so long before the end.</summary>
    public static readonly Duration ReminderBefore = Duration.FromDays(5);

    /// <summary>What was sent in the last moment is there by then.</summary>
    public static readonly Duration Grace = Duration.FromMinutes(1);

    private static readonly LocalTime ClosingTime = new(17, 0);

    /// <param name="audience">Who would be asked now.</param>
    /// <param name="earlier">All that were not stopped and whose audience is still known.</param>
    /// <param name="zone">Of whoever launches it.</param>
    /// <returns>Null when it may go out. Of a group too small nothing else is said: that some of it were asked before would tell who talks with whom.</returns>
    public static LaunchRefusal? Refusal(MentoringProgramme programme, PulsePlan plan, Audience audience, ImmutableArray<Earlier> earlier, DateTimeZone zone, Instant now)
    {
        if (!programme.IndexCleared)
            return new LaunchRefusal.NotCleared();
        if (Period.DaysBetween(now.InZone(zone).Date, plan.ClosesOn) is < FewestDays or > MostDays)
            return new LaunchRefusal.TooShort();
        if (!IsEnough(audience))
            return new LaunchRefusal.TooFew();

        var same = earlier.Where(one => one.Audience.Meets(audience)).OrderByDescending(one => one.Pulse.Opened).ToList();
        if (same.Find(one => one.Pulse.Stage is PulseStage.Open or PulseStage.Folding) is { } open)
            return new LaunchRefusal.StillOpen(open.Pulse.ClosesAt);
        if (same.Find(one => now - one.Pulse.Opened < Apart) is { } recent)
        {
            var after = (recent.Pulse.Opened + Apart).InZone(zone).Date;
            return recent.Audience.IsSameAs(audience) ? new LaunchRefusal.TooSoon(after) : new LaunchRefusal.TooClose(recent.Pulse.Opened, after);
        }

        return null;
    }

    /// <param name="named">The audience as it was checked; null where nobody checked it: a repetition.</param>
    public static Decision<Pulse, LaunchOutcome> Launch(
        Pulse? current, PulseId id, PulsePlan plan, PersonId by, string? named, MentoringProgramme programme, Audience audience, ImmutableArray<Earlier> earlier, DateTimeZone zone, Instant now)
    {
        if (current is not null)
            return new(new LaunchOutcome.Launched(current), false, current, []);
        if (Refusal(programme, plan, audience, earlier, zone, now) is { } why)
            return new(new LaunchOutcome.Refused(why), false, null, []);
        if (named is not null && named != audience.Fingerprint)
            return new(new LaunchOutcome.Refused(new LaunchRefusal.GroupChanged()), false, null, []);

        var closesAt = plan.ClosesOn.At(ClosingTime).InZoneLeniently(zone).ToInstant();
        var pulse = new Pulse(id, 1, plan, by, now, closesAt, WorkingDays.NextMorning(closesAt, zone), PulseStage.Open, audience.Invited, null);
        ImmutableArray<Consequence> follows =
        [
            new Consequence.Step(PulseNotices.InviteAll, id.Value, ""),
            new Consequence.Step(PulseNotices.Close, id.Value, "") { At = closesAt + Grace },
        ];
        return new(new LaunchOutcome.Launched(pulse), true, pulse, plan.RepeatWeeks is { } weeks ? follows.Add(Repeating.At(id, 0, now + Duration.FromDays(7 * weeks))) : follows);
    }

    private static bool IsEnough(Audience audience)
    {
        var invited = audience.Invited;
        return audience.Pairs.Length >= Breadth.Enough && invited.ByRole.All(people => people >= Breadth.Enough) && invited.Finest != Level.Nothing;
    }
}
