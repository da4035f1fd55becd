using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Sessions;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Scheduling;

/// <summary>What can be done with something that is booked: move it, cancel it, choose how it appears in one's own calendar.</summary>
public sealed class BookedHandler(BetweenTwo between, IMeetings meetings, IAppearances appearances, ICalendars calendars, ChoosingTimes choosing, BookedCards cards) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Press(SchedulingActions.Show, (turn, submission, token) => About(turn, submission, async (together, booking, name) =>
            new Answer.Posts(await cards.AsItIs(together, booking, name, turn.Reader, token)), token));
        routes.Press(SchedulingActions.Keep, (turn, submission, token) => About(turn, submission, async (together, booking, name) =>
            new Answer.Becomes(await cards.AsItIs(together, booking, name, turn.Reader, token)), token));
        routes.Press(SchedulingActions.Move, Move);
        routes.Submit(SchedulingActions.MoveNext, Move);
        routes.Press(SchedulingActions.LeaveOpen, (turn, submission, token) => between.With(turn, submission, (_, _) =>
            Task.FromResult<Answer>(new Answer.Becomes(Card.Line(SchedulingText.LeftOpen))), token));

        routes.Form(SchedulingActions.CancelForm, CancelForm);
        routes.Submit(SchedulingActions.CancelNext, CancelForm);
        routes.Submit(SchedulingActions.Cancel, Cancel);
        routes.Form(SchedulingActions.AppearForm, AppearForm);
        routes.Submit(SchedulingActions.AppearNext, AppearForm);
        routes.Submit(SchedulingActions.Appear, Appear);
        routes.Form(SchedulingActions.CalendarFile, (turn, submission, token) => About(turn, submission, async (together, booking, _) =>
            new Answer.Opens(SchedulingForms.CalendarFile(await FileOf(together, booking, turn.Reader, token))), token));
    }

    private Task<Answer> Move(Turn turn, Submission submission, CancellationToken cancellationToken) => About(turn, submission, async (together, booking, name) =>
        new Answer.Posts(await choosing.Card(together, name, Wanted.ToMove(together, booking), turn.Reader, null, cancellationToken)), cancellationToken);

    /// <summary>The booking that a card is about, as it is now: it may have been moved since the card came.</summary>
    private Task<Answer> About(Turn turn, Submission submission, Func<Together, Booking, string, Task<Answer>> then, CancellationToken cancellationToken) =>
        between.With(turn, submission, (together, name) => submission.Number(SchedulingActions.Number) is { } number && together.Meetings.Find(number) is { } booking
            ? then(together, booking, name)
            : Task.FromResult<Answer>(new Answer.Says(TurnText.OldCard)), cancellationToken);

    /// <summary>Also of a conversation whose card is there already.</summary>
    private Task<Answer> CancelForm(Turn turn, Submission submission, CancellationToken cancellationToken) => between.With(turn, submission, (together, name) =>
        Task.FromResult<Answer>(submission.Number(SchedulingActions.Number) is { } number && CancelForm(together, number, name, turn.Reader) is { } form
            ? new Answer.Opens(form)
            : new Answer.Says(TurnText.OldCard)), cancellationToken);

    /// <summary>Moved or begun while the form was open: the form comes back, as it is now.</summary>
    private Task<Answer> Cancel(Turn turn, Submission submission, CancellationToken cancellationToken) => between.With(turn, submission, async (together, name) =>
    {
        if (submission.Number(SchedulingActions.Number) is not { } number || submission.Number(SchedulingActions.Version) is not { } version)
            return new Answer.Says(TurnText.OldCard);
        var me = turn.Actor.Person;
        return await meetings.Decide(
            together.Pair.Id, now => IsIn(now, number) ? Conducting.CallOff(now, me, number, version, turn.Now) : Arranging.Cancel(now, me, number, version), cancellationToken) switch
        {
            MeetingsOutcome.Done => new Answer.Says(SchedulingText.Cancelled),
            MeetingsOutcome.AsItIs { Now.Meetings.Session: { Ending: SessionEnding.CalledOff } off } when off.Number == number => new Answer.Says(SchedulingText.Cancelled),
            MeetingsOutcome.AsItIs { Now: { } now } when CancelForm(now, number, name, turn.Reader) is { } form => new Answer.Opens(form),
            _ => new Answer.Says(TurnText.OldCard),
        };
    }, cancellationToken);

    private static Form? CancelForm(Together together, int number, string name, Reader reader) => (together.Meetings.Find(number), together.Meetings.Session) switch
    {
        ({ } booking, _) => SchedulingForms.Cancel(together, booking, name, reader, mayMove: true),
        (_, { } open) when IsIn(together, number) => SchedulingForms.Cancel(together, new(number, 0, open.Start, open.Minutes, reader.Person), name, reader, mayMove: false),
        _ => null,
    };

    private static bool IsIn(Together together, int number) => together.Meetings.Session is { IsOpen: true, IsBooked: true } open && open.Number == number;

    /// <summary>As they like it to appear; the same entry that the calendar itself would have.</summary>
    private async Task<string> FileOf(Together together, Booking booking, Reader reader, CancellationToken cancellationToken) => await calendars.TextOf(
        CalendarEntry.Of(
            together.Pair.Id, booking, together.Pair.OtherThan(reader.Person), await appearances.Find(reader.Person, together.Pair.Id, cancellationToken)),
        cancellationToken);

    private Task<Answer> AppearForm(Turn turn, Submission submission, CancellationToken cancellationToken) => between.With(turn, submission, async (together, name) =>
        new Answer.Opens(SchedulingForms.Appear(
            together.Pair.Id, await appearances.Find(turn.Actor.Person, together.Pair.Id, cancellationToken), name, calendars.ShowsOwnSubject)), cancellationToken);

    private Task<Answer> Appear(Turn turn, Submission submission, CancellationToken cancellationToken) => between.With(turn, submission, async (together, name) =>
    {
        if (submission.One<Appearing>(SchedulingActions.As) is not { } appears)
            return new Answer.Says(TurnText.OldCard);
        var subject = calendars.ShowsOwnSubject ? submission.Words(SchedulingActions.Subject) : null;
        if (SchedulingForms.IsTooLong(subject))
            return new Answer.Opens(SchedulingForms.Appear(together.Pair.Id, new(0, appears, subject), name, takesSubject: true, TurnText.TooLong.With(Appearance.LongestSubject)));

        await appearances.Save(turn.Actor.Person, together.Pair.Id, appears, subject, cancellationToken);
        return new Answer.Says(appears switch
        {
            Appearing.Invitation => SchedulingText.SavedInvitation,
            Appearing.OwnBlock => SchedulingText.SavedOwnBlock,
            _ => SchedulingText.SavedNothing,
        });
    }, cancellationToken);
}
