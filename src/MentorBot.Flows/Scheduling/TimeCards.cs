using AdaptiveCards;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Turns;
using NodaTime;
using static MentorBot.Flows.Scheduling.Wanted;

namespace MentorBot.Flows.Scheduling;

/// <summary>Cards with times to choose from.</summary>
public static class TimeCards
{
    /// <param name="lead">A line before everything else, if there is one to say.</param>
    public static AdaptiveCard Of(Together together, string name, Wanted wanted, TimesFound found, Reader reader, string? lead = null) => found switch
    {
        TimesFound.Found times => Several(together, name, wanted, times, reader, lead),
        TimesFound.NoneInCommon none => None(wanted, none.Until, reader, lead),
        _ => OutOfReach(wanted),
    };

    public static AdaptiveCard OutOfReach(Wanted wanted) => Card.Of(
        SchedulingText.OutOfReachTitle, [Card.Text(SchedulingText.OutOfReach)], Card.Press(SchedulingText.TypeATime, SchedulingActions.Type, wanted.Data()));

    /// <summary>After a time was typed and understood.</summary>
    public static AdaptiveCard Confirm(Wanted wanted, Instant start, Reader reader) => Card.Line(
        SchedulingText.Confirm.With(reader.Moment(start), wanted.Minutes),
        Card.Press(SchedulingText.BookIt, SchedulingActions.Book, wanted.With(start)),
        Card.Press(SchedulingText.Another, SchedulingActions.Type, wanted.Data()));

    public static AdaptiveCard WhichOne(Wanted wanted, Instant one, Instant other, Reader reader)
    {
        var (first, second) = (reader.Moment(one), reader.Moment(other));

        // An hour that comes twice in the night in which the clocks change.
        if (first == second)
            (first, second) = ($"{first} ({reader.Zone.GetUtcOffset(one):+HH:mm})", $"{second} ({reader.Zone.GetUtcOffset(other):+HH:mm})");
        return Card.Line(
            SchedulingText.WhichOne.With(first, second),
            Card.Press(first, SchedulingActions.Confirm, wanted.With(one)),
            Card.Press(second, SchedulingActions.Confirm, wanted.With(other)));
    }

    private static AdaptiveCard Several(Together together, string name, Wanted wanted, TimesFound.Found found, Reader reader, string? lead)
    {
        var card = Card.Of(SchedulingText.TimesTitle.With(name),
        [
            lead is null ? null : Card.Text(lead),
            Card.Text(SchedulingText.TimesIntro.With(reader.City)),
            Card.Text(Default(together, wanted, reader)),
            wanted.IsBeyond ? Card.Text(SchedulingText.TimesBeyond.With(name)) : null,
        ]);
        foreach (var slot in found.Slots)
        {
            // The time is the button: five that are called the same could not be told apart by ear.
            card.Body.Add(new AdaptiveActionSet { Actions = [Card.Press(reader.Moment(slot.Start), SchedulingActions.Choose, wanted.With(slot.Start))] });
            card.Body.Add(Card.Small(SchedulingText.Slot.With(slot.Minutes, Reason(slot.ForOne))));
        }

        var later = wanted with { From = found.Slots[^1].End };
        card.Body.Add(new AdaptiveActionSet
        {
            Actions =
            [
                Card.Press(SchedulingText.MoreTimes, SchedulingActions.Look, later.Data()),
                Card.Press(SchedulingText.TypeATime, SchedulingActions.Type, wanted.Data()),
                .. wanted.IsMove || wanted.IsBeyond ? Array.Empty<AdaptiveAction>() : [EveryTimeAlike(wanted, found)],
            ],
        });
        return card;
    }

    /// <summary>What happens when nobody chooses.</summary>
    private static string Default(Together together, Wanted wanted, Reader reader) => (together.Meetings.Find(wanted.Number), together.Meetings.Times) switch
    {
        ({ } moves, _) when wanted.IsMove => SchedulingText.TimesMove.With(reader.Moment(moves.Start)),

        // They are open to the very end of a day.
        (_, { } open) => SchedulingText.TimesUntil.With(reader.Day(open.Until - Duration.FromMinutes(1))),
        _ when together.Meetings.Next is { } next => SchedulingText.TimesMore.With(reader.Moment(next.Start)),
        _ => SchedulingText.TimesNew,
    };

    private static AdaptiveAction EveryTimeAlike(Wanted wanted, TimesFound.Found found) => Card.Open(
        SchedulingText.EveryTimeAlike, SchedulingActions.SeriesForm, wanted.Data((SchedulingActions.Starts, string.Join('.', found.Slots.Select(slot => Text(slot.Start))))));

    private static AdaptiveCard None(Wanted wanted, Instant until, Reader reader, string? lead)
    {
        var isShort = wanted.Minutes == Arranging.ShortMinutes;
        var sentence = (wanted.From is not null, wanted.IsBeyond, isShort) switch
        {
            (_, true, _) => SchedulingText.NoneBeyond,
            (true, _, _) => SchedulingText.NoneFurther,
            (_, _, true) => SchedulingText.NoneShort,
            _ => SchedulingText.None,
        };
        return Card.Of(
            SchedulingText.NoneTitle,
            [lead is null ? null : Card.Text(lead), Card.Text(sentence.With(reader.Day(until)))],
            isShort ? null : Card.Press(SchedulingText.TwentyMinutes, SchedulingActions.Look, (wanted with { Minutes = Arranging.ShortMinutes, From = null }).Data()),
            wanted.IsBeyond ? null : Card.Press(SchedulingText.BeyondUsualHours, SchedulingActions.Look, (wanted with { IsBeyond = true, From = null }).Data()),
            wanted.IsMove ? null : Card.Press(SchedulingText.LookAgainLater, SchedulingActions.LookAgain, (RelationshipActions.Relationship, wanted.Id.Value)),
            Card.Press(SchedulingText.TypeATime, SchedulingActions.Type, wanted.Data()));
    }

    private static string Reason(SlotReason reason) => reason switch
    {
        SlotReason.FitsBothDays => SchedulingText.FitsBothDays,
        SlotReason.FitsYourDay => SchedulingText.FitsYourDay,
        SlotReason.EarlyOrLateForNeither => SchedulingText.EarlyOrLateForNeither,
        SlotReason.AfterLunchForBoth => SchedulingText.AfterLunchForBoth,
        SlotReason.QuietDayForBoth => SchedulingText.QuietDayForBoth,
        SlotReason.RoomAround => SchedulingText.RoomAround,
        SlotReason.Soonest => SchedulingText.Soonest,
        SlotReason.AsLastTime => SchedulingText.AsLastTime,
        SlotReason.StartOfYourDay => SchedulingText.StartOfYourDay,
        SlotReason.EndOfYourDay => SchedulingText.EndOfYourDay,
        _ => SchedulingText.OutsideUsualHours,
    };
}
