using System.Collections.Immutable;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using NodaTime;

namespace MentorBot.Domain.Experiments;

/// <summary>Something small to try, for one of the two or for both; brought back once, in the morning of a day, if its author asked for that.</summary>
public static class Trying
{
    /// <summary>In characters.</summary>
    public const int LongestWords = 500;

    /// <summary>The morning on which a reminder comes, in the author's zone.</summary>
    public static readonly LocalTime Morning = new(9, 0);

    /// <summary>Nobody asks to be reminded of something small after more than a year.</summary>
    public static LocalDate LastDay(Instant now, DateTimeZone zone) => now.InZone(zone).Date.PlusYears(1);

    /// <summary>Writes it down, or changes it; changing it takes it up again where it was put away. "As it is" with nothing: there is none, and nothing was kept.</summary>
    /// <param name="seen">The version that the form showed; empty where it showed none.</param>
    /// <param name="zone">The author's.</param>
    public static Decision<Experiment, ExperimentOutcome> Save(
        Relationship? pair, Experiment? found, ExperimentAddress address, PersonId author, string seen, ExperimentDraft draft, Instant now, DateTimeZone zone)
    {
        if (Refusal(pair, found, author) is { } refusal)
            return refusal;
        switch (found, draft.Words)
        {
            case (null, null):
                return AsItIs(null);

            // What the form showed is not there any more: to be written down anew it needs a form of its own.
            case (null, { }) when seen.Length > 0:
                return AsItIs(null);
            case ({ }, _) when found.Version != seen && !Says(found, draft, zone):
                return Refused(found, new ExperimentOutcome.ChangedMeanwhile(found));
            case ({ }, null):
                return new(new ExperimentOutcome.Erased(), true, null, []);
            case ({ IsPutAway: false }, _) when Says(found, draft, zone):
                return AsItIs(found);
        }

        if (WrongWith(found, draft, now, zone) is { } wrong)
            return Refused(found, wrong);
        var remindAt = draft is { Remind: true, Day: { } day } ? MorningOf(day, zone) : (Instant?)null;
        var begun = found ?? new(address, author, 0, draft.Words!, null, null, false, now, now);
        return Done(begun with { Revision = begun.Revision + 1, Words = draft.Words!, Day = draft.Day, RemindAt = remindAt, IsPutAway = false, At = now });
    }

    /// <summary>It is brought back on another day.</summary>
    public static Decision<Experiment, ExperimentOutcome> AnotherDay(
        Relationship? pair, Experiment? found, PersonId author, string seen, LocalDate? day, Instant now, DateTimeZone zone)
    {
        if (Refusal(pair, found, author) is { } refusal)
            return refusal;
        if (found is null)
            return AsItIs(null);
        var draft = new ExperimentDraft(found.Words, day, Remind: true);
        if (!found.IsPutAway && Says(found, draft, zone))
            return AsItIs(found);
        if (found.Version != seen)
            return Refused(found, new ExperimentOutcome.ChangedMeanwhile(found));
        return WrongWith(found, draft, now, zone) is { } wrong
            ? Refused(found, wrong)
            : Done(found with { Revision = found.Revision + 1, Day = day, RemindAt = MorningOf(day!.Value, zone), IsPutAway = false, At = now });
    }

    /// <summary>It comes up again only if somebody opens it, and nobody is reminded.</summary>
    public static Decision<Experiment, ExperimentOutcome> PutAway(Relationship? pair, Experiment? found, PersonId author, Instant now) =>
        Refusal(pair, found, author) ?? found switch
        {
            null or { IsPutAway: true } => AsItIs(found),
            _ => Done(found with { Revision = found.Revision + 1, RemindAt = null, IsPutAway = true, At = now }),
        };

    /// <summary>Whether this reminder is still wanted.</summary>
    /// <param name="occasion">For when it had been asked.</param>
    public static bool IsWanted(Experiment experiment, string occasion) =>
        experiment is { IsPutAway: false, RemindAt: { } at } && ExperimentNotices.Occasion(at) == occasion;

    private static ExperimentOutcome? WrongWith(Experiment? found, ExperimentDraft draft, Instant now, DateTimeZone zone) => draft switch
    {
        { Remind: true, Day: null } => new ExperimentOutcome.NoDay(),
        { Day: { } day } when day > LastDay(now, zone) => new ExperimentOutcome.DayTooFar(),
        { Remind: true, Day: { } day } when MorningOf(day, zone) <= now => new ExperimentOutcome.DayGone(),

        // A day that was written down before may have gone by since.
        { Day: { } day } when day < now.InZone(zone).Date && day != found?.Day => new ExperimentOutcome.DayGone(),
        _ => null,
    };

    private static bool Says(Experiment found, ExperimentDraft draft, DateTimeZone zone) =>
        found.Words.Equals(draft.Words) && found.Day == draft.Day && found.RemindAt == (draft is { Remind: true, Day: { } day } ? MorningOf(day, zone) : null);

    private static Instant MorningOf(LocalDate day, DateTimeZone zone) => day.At(Morning).InZoneLeniently(zone).ToInstant();

    private static Decision<Experiment, ExperimentOutcome>? Refusal(Relationship? pair, Experiment? found, PersonId actor) => pair switch
    {
        not null when !pair.IsOf(actor) || (found is not null && found.Author != actor) => Refused(found, new ExperimentOutcome.NotYours()),
        { State: RelationshipState.Going } => null,
        _ => Refused(found, new ExperimentOutcome.Gone()),
    };

    /// <summary>A reminder from before goes out of itself: by the time it is due nobody wants it any more.</summary>
    private static Decision<Experiment, ExperimentOutcome> Done(Experiment next)
    {
        ImmutableArray<Consequence> reminder = next.RemindAt is { } at
            ? [new Consequence.Tell(ExperimentNotices.Reminder, ExperimentNotices.About(next.Address), ExperimentNotices.Occasion(at), next.Author) { At = at }]
            : [];
        return new(new ExperimentOutcome.Done(next), true, next, reminder);
    }

    private static Decision<Experiment, ExperimentOutcome> AsItIs(Experiment? found) => Refused(found, new ExperimentOutcome.AsItIs(found));

    private static Decision<Experiment, ExperimentOutcome> Refused(Experiment? found, ExperimentOutcome outcome) => new(outcome, false, found, []);
}
