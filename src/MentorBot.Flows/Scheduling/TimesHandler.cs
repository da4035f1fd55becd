using AdaptiveCards;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Sessions;
using MentorBot.Flows.Turns;
using NodaTime;

namespace MentorBot.Flows.Scheduling;

/// <summary>Looking for a time and choosing one, alone or with the other's word on it.</summary>
public sealed class TimesHandler(BetweenTwo between, IMeetings meetings, ChoosingTimes choosing, BookedCards cards, TypeTimeDialog dialog) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Type(Word.Of(() => SchedulingText.Word, () => SchedulingText.Help, (turn, token) =>
            between.WithWhom(turn, SchedulingActions.Find, (together, name) => Post(turn, together, name, Wanted.New(together), token), token)));
        routes.Talks(dialog);

        routes.Press(SchedulingActions.Find, (turn, submission, token) =>
            between.With(turn, submission, (together, name) => Post(turn, together, name, Wanted.New(together), token), token));
        routes.Press(SchedulingActions.Look, (turn, submission, token) => About(turn, submission, async (together, name, wanted) =>
            new Answer.Becomes(await choosing.Card(together, name, wanted, turn.Reader, null, token)), token));
        routes.Press(SchedulingActions.Type, (turn, submission, token) => About(turn, submission, (_, _, wanted) =>
            Task.FromResult<Answer>(new Answer.Begins(TypeTimeDialog.Name, wanted)), token));
        routes.Press(SchedulingActions.Confirm, (turn, submission, token) => AtTime(turn, submission, (_, _, wanted, start) =>
            Task.FromResult<Answer>(new Answer.Becomes(TimeCards.Confirm(wanted, start, turn.Reader))), token));
        routes.Press(SchedulingActions.Book, (turn, submission, token) => AtTime(turn, submission, (together, name, wanted, start) =>
            choosing.BookTyped(turn, together, name, wanted, start, token), token));
        routes.Press(SchedulingActions.Choose, (turn, submission, token) => AtTime(turn, submission, (together, name, wanted, start) =>
            choosing.Choose(turn, together, name, wanted, start, token), token));
        routes.Submit(SchedulingActions.JustOne, (turn, submission, token) => AtTime(turn, submission, (together, name, wanted, start) =>
            choosing.Choose(turn, together, name, wanted, start, token), token));

        routes.Press(SchedulingActions.LookAgain, LookAgain);
        routes.Press(SchedulingActions.Fine, (turn, submission, token) => AnswerSuggestion(turn, submission, isFine: true, token));
        routes.Press(SchedulingActions.RatherNot, (turn, submission, token) => AnswerSuggestion(turn, submission, isFine: false, token));
    }

    private async Task<Answer> Post(Turn turn, Together together, string name, Wanted wanted, CancellationToken cancellationToken) =>
        new Answer.Posts(await choosing.Card(together, name, wanted, turn.Reader, null, cancellationToken));

    /// <summary>What a card with times is about, as long as it holds.</summary>
    private Task<Answer> About(Turn turn, Submission submission, Func<Together, string, Wanted, Task<Answer>> then, CancellationToken cancellationToken) =>
        between.With(turn, submission, (together, name) => Wanted.In(submission) switch
        {
            null => Task.FromResult<Answer>(new Answer.Says(TurnText.OldCard)),
            var wanted when !wanted.Holds(together) => choosing.AsItIs(turn, together, name, wanted, cancellationToken),
            var wanted => then(together, name, wanted),
        }, cancellationToken);

    private Task<Answer> AtTime(Turn turn, Submission submission, Func<Together, string, Wanted, Instant, Task<Answer>> then, CancellationToken cancellationToken) =>
        About(turn, submission, (together, name, wanted) => submission.Moment(SchedulingActions.Start) is { } start
            ? then(together, name, wanted, start)
            : Task.FromResult<Answer>(new Answer.Says(TurnText.OldCard)), cancellationToken);

    private Task<Answer> LookAgain(Turn turn, Submission submission, CancellationToken cancellationToken) => between.With(turn, submission, async (together, _) =>
        await meetings.Decide(together.Pair.Id, now => Offering.LookAgain(now, turn.Actor.Person, turn.Now), cancellationToken) switch
        {
            MeetingsOutcome.Done { Now.Meetings.LookAgainAt: { } at } => Looks(turn, at),
            MeetingsOutcome.AsItIs { Now.Meetings.LookAgainAt: { } at } => Looks(turn, at),
            _ => new Answer.Says(TurnText.OldCard),
        }, cancellationToken);

    private static Answer.Becomes Looks(Turn turn, Instant at) => new(Card.Line(SchedulingText.LookAgain.With(turn.Reader.Day(at))));

    private Task<Answer> AnswerSuggestion(Turn turn, Submission submission, bool isFine, CancellationToken cancellationToken) => between.With(turn, submission, async (together, name) =>
    {
        if (submission.Moment(SchedulingActions.Start) is not { } start)
            return new Answer.Says(TurnText.OldCard);
        var outcome = await meetings.Decide(together.Pair.Id, now => Offering.AnswerSuggestion(now, turn.Actor.Person, start, isFine, turn.Now), cancellationToken);
        return outcome switch
        {
            MeetingsOutcome.Done { Now: var now } when !isFine => new Answer.Becomes(await Others(now)),
            MeetingsOutcome.Done { Now: var now } => await AsBooked(now),
            MeetingsOutcome.AsItIs { Now: { } now } => await AsBooked(now),
            MeetingsOutcome.GoneBy { Now: var now } => new Answer.Becomes(await Others(now, SchedulingText.GoneByChosen)),
            MeetingsOutcome.Full { Now: var now } => new Answer.Becomes(await Others(now, SchedulingText.Overlaps)),
            _ => new Answer.Says(TurnText.OldCard),
        };

        async Task<Answer> AsBooked(Together now) => now.Meetings.Booked.FirstOrDefault(one => one.Start == start) is { } booking
            ? new Answer.Becomes(await cards.AsItIs(now, booking, name, turn.Reader, cancellationToken))
            : new Answer.Says(TurnText.OldCard);

        Task<AdaptiveCard> Others(Together now, string? lead = null) => choosing.Card(now, name, Wanted.New(now), turn.Reader, lead, cancellationToken);
    }, cancellationToken);
}
