using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain.Notices;
using NodaTime;

namespace MentorBot.Domain.Bundles;

/// <summary>
/// When somebody hears of what is in no hurry. Never more than two messages in any seven days, never two on one day, never in quiet
/// hours or a pause; and what comes first waits until the next morning, so that several come together.
/// </summary>
public static class Bundling
{
    public const int MostAWeek = 2;

    /// <summary>As many lines as one reads in no hurry; what is left comes with the next message.</summary>
    public const int MostTogether = 6;

    public static readonly Duration Week = Duration.FromDays(7);
    public static readonly Duration Month = Duration.FromDays(30);

    /// <summary>They are to hear of it. The same again, also when it was mentioned already, changes nothing.</summary>
    public static Decision<Bundle, Bundle> Mention(Bundle current, Thing thing, DateTimeZone zone, Instant now)
    {
        if (current.Waiting.Contains(thing) || current.Sent.Any(sent => sent.Things.Contains(thing)))
            return AsItIs(current);
        if (current.Waiting.FirstOrDefault(thing.IsSameAs) is { } before)
            return Done(current with { Waiting = current.Waiting.Replace(before, thing) });

        var next = current with { Waiting = current.Waiting.Add(thing) };
        return current.Waiting.IsEmpty ? Done(next, Look(next, zone, now)) : Done(next);
    }

    /// <summary>Sends what has come together, if it may be sent now; else it looks again when it may.</summary>
    /// <param name="holds">Whether there is still something to say about it. What has become moot goes, and does not count.</param>
    public static Decision<Bundle, Bundle> Tick(Bundle current, Func<Thing, bool> holds, DateTimeZone zone, Instant now)
    {
        if (current.Waiting.IsEmpty)
            return AsItIs(current);
        var waiting = current.Waiting.Where(holds).ToImmutableArray();
        if (waiting.IsEmpty)
            return Done(current with { Waiting = [] });
        if (Allowed(current, zone, now) is var allowed && now < allowed)
            return Done(current with { Waiting = waiting }, LookAt(current, allowed));

        var number = current.Last + 1;
        var next = current with
        {
            Waiting = [.. waiting.Skip(MostTogether)],
            Last = number,
            Sent = [.. current.Sent.Where(sent => now < sent.At + Week), new(number, now, [.. waiting.Take(MostTogether)])],
        };
        var told = new Consequence.Tell(
            BundleNotices.Bundle, BundleNotices.Numbered(current.Person, number), number.ToString(CultureInfo.InvariantCulture), current.Person);
        return next.Waiting.IsEmpty ? Done(next, told) : Done(next, told, Look(next, zone, now));
    }

    /// <summary>How much they would like to hear from now on. The same pause again goes on as it was; with nothing at all, what waits is dropped, too.</summary>
    public static Decision<Bundle, Bundle> Choose(Bundle current, HowMuch choice, QuietHours hours, DateTimeZone zone, Instant now)
    {
        var next = choice switch
        {
            HowMuch.NothingForAWeek or HowMuch.NothingForAMonth when current.ChoiceAt(now) == choice => current,
            HowMuch.NothingForAWeek => current with { PausedUntil = now + Week },
            HowMuch.NothingForAMonth => current with { PausedUntil = now + Month },
            HowMuch.NothingUntilTheyWrite => current with { PausedUntil = null, Waiting = [] },
            _ => current with { PausedUntil = null },
        } with
        {
            Choice = choice == HowMuch.NothingUntilTheyWrite ? HowMuch.AtMostTwoAWeek : choice,
            QuietHours = hours,
        };
        return next.Waiting.IsEmpty ? Done(next) : Done(next, Look(next, zone, now));
    }

    /// <summary>The first moment from then on at which something unprompted may be sent.</summary>
    public static Instant Allowed(Bundle bundle, DateTimeZone zone, Instant from)
    {
        var moment = from;
        while (NotBefore(bundle, zone, moment) is var later && later != moment)
            moment = later;
        return moment;
    }

    /// <summary>When the next message comes, if there is anything to say by then.</summary>
    public static Instant Next(Bundle bundle, DateTimeZone zone, Instant now) => Allowed(bundle, zone, bundle.QuietHours.MorningAfter(now, zone));

    private static Instant NotBefore(Bundle bundle, DateTimeZone zone, Instant moment)
    {
        if (bundle.PausedUntil is { } until && moment < until)
            return until;
        if (bundle.Sent.Length >= MostAWeek && bundle.Sent[^MostAWeek].At + Week is var free && moment < free)
            return free;
        var day = moment.InZone(zone).Date;
        return bundle.Sent is [.., var last] && last.At.InZone(zone).Date == day
            ? zone.AtStartOfDay(day.PlusDays(1)).ToInstant()
            : bundle.QuietHours.NotWithin(moment, zone);
    }

    private static Consequence.Step Look(Bundle bundle, DateTimeZone zone, Instant now) => LookAt(bundle, Next(bundle, zone, now));

    private static Consequence.Step LookAt(Bundle bundle, Instant at) => new(BundleNotices.Tick, bundle.Person.Value, "") { At = at };

    private static Decision<Bundle, Bundle> Done(Bundle next, params ImmutableArray<Consequence> consequences) => new(next, true, next, consequences);

    private static Decision<Bundle, Bundle> AsItIs(Bundle current) => new(current, false, current, []);
}
