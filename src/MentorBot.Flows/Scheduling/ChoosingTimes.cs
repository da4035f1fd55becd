using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;
using NodaTime;

namespace MentorBot.Flows.Scheduling;

/// <summary>What comes of choosing a time, however it was chosen: from a card, in a form, or typed.</summary>
public sealed class ChoosingTimes(IMeetings meetings, Proposals proposals, BookedCards booked)
{
    public async Task<AdaptiveCard> Card(Together together, string name, Wanted wanted, Reader reader, string? lead, CancellationToken cancellationToken) =>
        TimeCards.Of(together, name, wanted, await proposals.Find(together, reader.Person, wanted, cancellationToken), reader, lead);

    /// <summary>A time from a card: it is looked at again, for it may be taken meanwhile; and outside the other's hours they are asked first.</summary>
    public async Task<Answer> Choose(Turn turn, Together together, string name, Wanted wanted, Instant start, CancellationToken cancellationToken)
    {
        if (!wanted.Holds(together) || !proposals.IsWithinReach(start))
            return await AsItIs(turn, together, name, wanted, cancellationToken);

        var me = turn.Actor.Person;
        return await proposals.At(together, me, start, wanted.Minutes, cancellationToken) switch
        {
            TimesFound.Found { Slots: [{ ForOther: SlotReason.OutsideUsualHours }, ..] } => await Suggested(turn, name, wanted, start, cancellationToken),
            TimesFound.Found { Slots: [var slot, ..] } => await Answered(
                turn, name, wanted, start, Deciding(turn, wanted, start, Proposals.EdgeOf(together, me, slot)), cancellationToken),
            TimesFound.NoneInCommon => await Taken(turn, name, wanted, cancellationToken),
            _ => new Answer.Becomes(TimeCards.OutOfReach(wanted)),
        };
    }

    /// <summary>A time that was typed and confirmed: also while calendars cannot be seen. Outside the other's usual hours they are asked first.</summary>
    public async Task<Answer> BookTyped(Turn turn, Together together, string name, Wanted wanted, Instant start, CancellationToken cancellationToken)
    {
        if (!wanted.Holds(together))
            return await AsItIs(turn, together, name, wanted, cancellationToken);
        if (await proposals.AreFree(together, start, wanted.Minutes, together.Meetings.Find(wanted.Number), cancellationToken) is false)
            return await Taken(turn, name, wanted, cancellationToken);
        return await proposals.IsUnusualForOther(together, turn.Actor.Person, start, wanted.Minutes, cancellationToken)
            ? await Suggested(turn, name, wanted, start, cancellationToken)
            : await Answered(turn, name, wanted, start, Deciding(turn, wanted, start, DayEdge.Nobody), cancellationToken);
    }

    /// <summary>How it stands with what a card was about: the booking; or, where there is none, that the card is from earlier.</summary>
    public async Task<Answer> AsItIs(Turn turn, Together? together, string name, Wanted wanted, CancellationToken cancellationToken) => together?.Meetings.Find(wanted.Number) is { } booking
        ? new Answer.Becomes(await booked.AsItIs(together, booking, name, turn.Reader, cancellationToken))
        : new Answer.Says(TurnText.OldCard);

    private static Func<Together, Decision<Meetings, MeetingsOutcome>> Deciding(Turn turn, Wanted wanted, Instant start, DayEdge edge) => wanted.IsMove
        ? now => Arranging.Move(now, turn.Actor.Person, wanted.Number, wanted.Version, start, wanted.Minutes, edge, turn.Now)
        : now => Arranging.Book(now, turn.Actor.Person, wanted.Number, start, wanted.Minutes, edge, turn.Now);

    private Task<Answer> Suggested(Turn turn, string name, Wanted wanted, Instant start, CancellationToken cancellationToken) => Answered(
        turn, name, wanted, start, now => Offering.Suggest(now, turn.Actor.Person, wanted.IsMove ? wanted.Number : 0, start, wanted.Minutes, turn.Now), cancellationToken);

    private async Task<Answer> Answered(
        Turn turn, string name, Wanted wanted, Instant start, Func<Together, Decision<Meetings, MeetingsOutcome>> decide, CancellationToken cancellationToken)
    {
        switch (await meetings.Decide(wanted.Id, decide, cancellationToken))
        {
            case MeetingsOutcome.Done { Now: var now } when now.Meetings.Suggested is { } suggested && suggested.Start == start:
            case MeetingsOutcome.AsItIs { Now: { } asked } when asked.Meetings.Suggested is { } open && open.Start == start:
                return new Answer.Becomes(Cards.Card.Line(SchedulingText.AskedFirst.With(name, turn.Reader.Moment(start))));
            case MeetingsOutcome.Done { Now: var now }:
                return await AsItIs(turn, now, name, wanted, cancellationToken);
            case MeetingsOutcome.AsItIs { Now: var now }:
                return await AsItIs(turn, now, name, wanted, cancellationToken);
            case MeetingsOutcome.GoneBy { Now: var now }:
                return await Again(turn, now, name, wanted, SchedulingText.GoneByChosen, cancellationToken);
            case MeetingsOutcome.Full { Now: var now }:
                return await Again(turn, now, name, wanted, SchedulingText.Overlaps, cancellationToken);
            default:
                return new Answer.Says(TurnText.NotYours);
        }
    }

    /// <summary>Not free any more: unless that is because this very press came twice, there are others.</summary>
    private async Task<Answer> Taken(Turn turn, string name, Wanted wanted, CancellationToken cancellationToken)
    {
        var now = await meetings.Find(wanted.Id, cancellationToken);
        return now is null || !wanted.Holds(now)
            ? await AsItIs(turn, now, name, wanted, cancellationToken)
            : await Again(turn, now, name, wanted, SchedulingText.Taken, cancellationToken);
    }

    private async Task<Answer> Again(Turn turn, Together now, string name, Wanted wanted, string lead, CancellationToken cancellationToken) =>
        new Answer.Becomes(await Card(now, name, wanted with { From = null }, turn.Reader, lead, cancellationToken));
}
