using System.Collections.Immutable;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Sessions;
using MentorBot.Flows.Turns;
using NodaTime;

namespace MentorBot.Flows.Scheduling;

/// <summary>Every time alike: several at the same hour, elsewhere where a calendar says so.</summary>
public sealed class SeriesHandler(BetweenTwo between, IMeetings meetings, Proposals proposals, ChoosingTimes choosing) : IFlow
{
    /// <summary>A card shows five.</summary>
    private const int MostStarts = 5;

    public void Map(Routes routes)
    {
        routes.Form(SchedulingActions.SeriesForm, Open);
        routes.Submit(SchedulingActions.Series, BookThese);
    }

    private Task<Answer> Open(Turn turn, Submission submission, CancellationToken cancellationToken) => between.With(turn, submission, (together, _) =>
        Task.FromResult<Answer>(Wanted.In(submission) is { IsMove: false } wanted && wanted.Holds(together) && StartsIn(submission) is { IsEmpty: false } starts
            ? new Answer.Opens(SchedulingForms.Series(wanted, starts, turn.Reader))
            : new Answer.Says(TurnText.OldCard)), cancellationToken);

    private Task<Answer> BookThese(Turn turn, Submission submission, CancellationToken cancellationToken) => between.With(turn, submission, async (together, name) =>
    {
        if (Wanted.In(submission) is not { IsMove: false } wanted
            || submission.Moment(SchedulingActions.Start) is not { } first
            || !proposals.IsWithinReach(first)
            || submission.One<Spacing>(SchedulingActions.HowOften) is not { } spacing
            || submission.Number(SchedulingActions.HowMany) is not { } howMany
            || !SchedulingForms.Lengths.Contains(howMany))
            return new Answer.Says(TurnText.OldCard);
        if (!wanted.Holds(together))
            return AsTheyAre(together);

        var found = ImmutableArray.CreateBuilder<Instant>(howMany);
        var (shifted, leftOut) = (new List<string>(), new List<string>());
        foreach (var start in Alike(first, spacing, howMany, turn.Reader.Zone))
        {
            switch (await FreeAt(together, turn, start, wanted.Minutes, found, cancellationToken))
            {
                case (true, null):
                    return new Answer.Becomes(TimeCards.OutOfReach(wanted));
                case (_, { } free):
                    found.Add(free);
                    if (free != start)
                        shifted.Add(turn.Reader.Moment(free));
                    break;
                default:
                    leftOut.Add(turn.Reader.Day(start));
                    break;
            }
        }

        var outcome = await meetings.Decide(
            wanted.Id, now => Arranging.BookSeries(now, turn.Actor.Person, wanted.Number, found.ToImmutable(), wanted.Minutes, turn.Now), cancellationToken);
        return outcome switch
        {
            MeetingsOutcome.Done { Now: var now } => new Answer.Becomes(BookedCards.Series(now, In(now), name, turn.Reader, Lines(shifted, leftOut))),
            MeetingsOutcome.AsItIs { Now: { } now } => AsTheyAre(now),
            MeetingsOutcome.GoneBy { Now: var now } => await Again(now, SchedulingText.GoneByChosen),
            MeetingsOutcome.Full { Now: var now } => await Again(now, SchedulingText.Overlaps),
            _ => new Answer.Says(TurnText.OldCard),
        };

        ImmutableArray<Booking> In(Together now) => [.. now.Meetings.Booked.Where(one => one.Number >= wanted.Number && one.Number < wanted.Number + howMany)];

        Answer AsTheyAre(Together now) => In(now) is { IsEmpty: false } series
            ? new Answer.Becomes(BookedCards.Series(now, series, name, turn.Reader))
            : new Answer.Says(TurnText.OldCard);

        async Task<Answer> Again(Together now, string lead) => new Answer.Becomes(await choosing.Card(now, name, Wanted.New(now), turn.Reader, lead, cancellationToken));
    }, cancellationToken);

    /// <summary>At that time where both are free; else the best one some days around it. Null when there is none; true when calendars cannot be seen.</summary>
    private async Task<(bool IsOutOfReach, Instant? Start)> FreeAt(
        Together together, Turn turn, Instant start, int minutes, ImmutableArray<Instant>.Builder taken, CancellationToken cancellationToken)
    {
        switch (await proposals.AreFree(together, start, minutes, null, cancellationToken))
        {
            case null:
                return (true, null);
            case true when !Overlaps(together, taken, start, minutes):
                return (false, start);
        }

        return await proposals.Near(together, turn.Actor.Person, start, minutes, cancellationToken) is TimesFound.Found { Slots: [var near, ..] } && !Overlaps(together, taken, near.Start, minutes)
            ? (false, near.Start)
            : (false, null);
    }

    private static bool Overlaps(Together together, ImmutableArray<Instant>.Builder taken, Instant start, int minutes)
    {
        var end = start + Duration.FromMinutes(minutes);
        return together.Meetings.Booked.Any(one => one.Start < end && one.End > start) || taken.Any(one => one < end && one + Duration.FromMinutes(minutes) > start);
    }

    /// <summary>The same hour on the clock of whoever chose, whatever the clocks do in between.</summary>
    private static IEnumerable<Instant> Alike(Instant first, Spacing spacing, int howMany, DateTimeZone zone)
    {
        var local = first.InZone(zone).LocalDateTime;
        for (var at = 0; at < howMany; at++)
            yield return (spacing switch
            {
                Spacing.EveryWeek => local.PlusWeeks(at),
                Spacing.EveryTwoWeeks => local.PlusWeeks(2 * at),
                _ => local.PlusMonths(at),
            }).InZoneLeniently(zone).ToInstant();
    }

    private static IEnumerable<string> Lines(List<string> shifted, List<string> leftOut)
    {
        yield return SchedulingText.SeriesBooked;
        if (shifted is [var one])
            yield return SchedulingText.SeriesShiftedOne.With(one);
        else if (shifted.Count > 1)
            yield return SchedulingText.SeriesShiftedSeveral.With(string.Join(" · ", shifted));
        if (leftOut.Count > 0)
            yield return SchedulingText.SeriesLeftOut.With(string.Join(" · ", leftOut));
    }

    private static ImmutableArray<Instant> StartsIn(Submission submission) => [.. submission.Moments(SchedulingActions.Starts).Take(MostStarts)];
}
