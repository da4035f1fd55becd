using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Scheduling;
using MentorBot.Flows.Turns;
using NodaTime;

namespace MentorBot.Flows.Sessions;

/// <summary>Presses on the card for the conversation. What the presser sees is the answer; the other's card follows by a notice.</summary>
public sealed class SessionHandler(IMeetings meetings, IRelationships relationships, IDirectory directory, BetweenTwo two, SessionCards cards, BookedCards booked, IClock clock) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Type(Word.Of(() => SessionText.TalkWord, () => SessionText.TalkHelp, (turn, token) =>
            two.WithWhom(turn, SessionActions.Talk, (together, _) => Talk(turn, together.Pair.Id, token), token)));
        routes.TellsStanding(Standings);

        routes.Press(SessionActions.Talk, (turn, submission, token) =>
            BetweenTwo.IdIn(submission) is { } id ? Talk(turn, id, token) : Task.FromResult<Answer>(new Answer.Says(TurnText.OldCard)));
        routes.Press(SessionActions.WeMet, WeMet);
        routes.Press(SessionActions.Turn, (turn, submission, token) => Press(turn, submission, (now, card) =>
            submission.One<Phase>(SessionActions.Phase) is { } from && submission.One<Phase>(SessionActions.To) is { } to
                ? Conducting.Turn(now, turn.Actor.Person, card, from, to, isShown: true)
                : null, null, token));
        routes.Press(SessionActions.OtherPrompts, (turn, submission, token) => Press(turn, submission, (now, card) =>
            submission.One<Phase>(SessionActions.Phase) is { } phase && submission.Number(SessionActions.Draws) is { } draws
                ? Conducting.OtherPrompts(now, turn.Actor.Person, card, phase, draws)
                : null, null, token));
        routes.Press(SessionActions.OneAtATime, (turn, submission, token) => Press(turn, submission, (now, card) =>
            Conducting.ShowJustPrompts(now, turn.Actor.Person, card, just: false, isShown: true), null, token));
        routes.Press(SessionActions.Done, (turn, submission, token) => Press(turn, submission, (now, card) =>
            Conducting.End(now, turn.Actor.Person, card, submission.One<Phase>(SessionActions.Phase), turn.Now), null, token));
        routes.Press(SessionActions.Show, (turn, submission, token) => Press(turn, submission, null, null, token));
        routes.Press(SessionActions.Late, Late);
        routes.Press(SessionActions.LateBy, (turn, submission, token) => Press(turn, submission, (now, card) =>
            submission.Number(SessionActions.Minutes) is { } minutes ? Conducting.ComesLater(now, turn.Actor.Person, card, minutes, turn.Now) : null, name => SessionText.OtherKnows.With(name), token));
        routes.Press(SessionActions.NotNow, NotNow);

        routes.Form(SessionActions.More, More);
        routes.Submit(SessionActions.GoThere, (turn, submission, token) => Submit(turn, submission, (now, card) =>
            submission.One<Phase>(SessionActions.Phase) is { } from && submission.One<Phase>(SessionActions.To) is { } to
                ? Conducting.Turn(now, turn.Actor.Person, card, from, to, isShown: false)
                : null, token));
        routes.Submit(SessionActions.JustPrompts, (turn, submission, token) => Submit(turn, submission, (now, card) =>
            Conducting.ShowJustPrompts(now, turn.Actor.Person, card, just: true, isShown: false), token));
        routes.Submit(SessionActions.WeMetInForm, WeMet);

        routes.Notice(SessionNotices.Card, CardNow);
        routes.Notice(SessionNotices.Late, ComesLater);
    }

    /// <summary>The card itself comes as a notice, so that it can follow the other from then on.</summary>
    private async Task<Answer> Talk(Turn turn, RelationshipId id, CancellationToken cancellationToken) =>
        await meetings.Decide(id, now => Conducting.Begin(now, turn.Actor.Person, turn.Now), cancellationToken) switch
        {
            MeetingsOutcome.NotYours => new Answer.Says(TurnText.NotYours),
            MeetingsOutcome.Done or MeetingsOutcome.AsItIs { Now: not null } => new Answer.Says(TurnText.Below),
            _ => new Answer.Says(TurnText.OldCard),
        };

    /// <param name="decide">Null for nothing but looking; giving null where the press does not say what it means.</param>
    /// <param name="line">What is said on the card once it was done, by the other's name.</param>
    private async Task<Answer> Press(
        Turn turn, Submission submission, Func<Together, CardSeen, Decision<Meetings, MeetingsOutcome>?>? decide, Func<string, string>? line, CancellationToken cancellationToken)
    {
        if (BetweenTwo.IdIn(submission) is not { } id || CardIn(submission) is not { } card)
            return new Answer.Says(TurnText.OldCard);
        var outcome = await Decide(id, card, decide, cancellationToken);
        if (outcome is MeetingsOutcome.NotYours || NowOf(outcome)?.Pair.IsOf(turn.Actor.Person) == false)
            return new Answer.Says(TurnText.NotYours);
        if (NowOf(outcome) is not { } now)
            return new Answer.Says(TurnText.OldCard);

        var said = outcome switch
        {
            MeetingsOutcome.BothTurned => SessionText.BothTurned,
            MeetingsOutcome.Done when line is not null => line(await directory.NameOf(now.Pair.OtherThan(turn.Actor.Person), cancellationToken)),
            _ => null,
        };
        return await cards.At(now, card, turn.Reader, turn.Now, said, cancellationToken) is { } shown ? new Answer.Becomes(shown.Card) : new Answer.Says(TurnText.OldCard);
    }

    /// <summary>From a form: the card follows by itself.</summary>
    private async Task<Answer> Submit(Turn turn, Submission submission, Func<Together, CardSeen, Decision<Meetings, MeetingsOutcome>?> decide, CancellationToken cancellationToken)
    {
        if (BetweenTwo.IdIn(submission) is not { } id || CardIn(submission) is not { } card)
            return new Answer.Says(TurnText.OldCard);
        var isMeant = true;
        var outcome = await Decide(id, card, (now, seen) =>
        {
            var decision = decide(now, seen);
            isMeant = decision is not null;
            return decision;
        }, cancellationToken);
        return outcome is MeetingsOutcome.NotYours ? new Answer.Says(TurnText.NotYours)
            : !isMeant ? new Answer.Says(TurnText.OldCard)
            : NowOf(outcome) is { Meetings.Session.IsOpen: true } now && SeatAt(now, card, turn.Actor.Person) is not null ? new Answer.Closes()
            : new Answer.Says(TurnText.OldCard);
    }

    private Task<MeetingsOutcome> Decide(
        RelationshipId id, CardSeen card, Func<Together, CardSeen, Decision<Meetings, MeetingsOutcome>?>? decide, CancellationToken cancellationToken) =>
        meetings.Decide(id, now => decide?.Invoke(now, card) ?? new(new MeetingsOutcome.AsItIs(now), false, now.Meetings, []), cancellationToken);

    private async Task<Answer> WeMet(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (BetweenTwo.IdIn(submission) is not { } id || submission.Number(SessionActions.Number) is not { } number)
            return new Answer.Says(TurnText.OldCard);
        var outcome = await meetings.Decide(id, now => Conducting.WeMet(now, turn.Actor.Person, number, submission.Number(SchedulingActions.Version), turn.Now), cancellationToken);
        if (outcome is MeetingsOutcome.NotYours)
            return new Answer.Says(TurnText.NotYours);
        if (outcome is MeetingsOutcome.StillToCome { Now: var ahead, Booking: var booking })
            return new Answer.Becomes(await booked.StillToCome(
                ahead, booking, await directory.NameOf(ahead.Pair.OtherThan(turn.Actor.Person), cancellationToken), turn.Reader, cancellationToken));
        var met = NowOf(outcome) is { Meetings.Session: { Ending: SessionEnding.WeMet } session } && session.Number == number ? session : null;
        return outcome is MeetingsOutcome.Done || met is not null
            ? new Answer.Becomes(SessionCards.Met(NowOf(outcome)!, number, met?.Phase ?? Phase.Review))
            : new Answer.Says(TurnText.OldCard);
    }

    /// <summary>Nothing is decided by it: how much later is asked first.</summary>
    private async Task<Answer> Late(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (BetweenTwo.IdIn(submission) is { } id
            && CardIn(submission) is { } card
            && await meetings.Find(id, cancellationToken) is { Pair.State: RelationshipState.Going, Meetings.Session: { } session } together
            && SeatAt(together, card, turn.Actor.Person) is { } seat
            && Conducting.MayComeLater(session, turn.Now))
            return new Answer.Becomes(SessionCards.HowMuchLater(together, session, seat, await directory.NameOf(together.Pair.OtherThan(seat.Person), cancellationToken)));
        return await Press(turn, submission, null, null, cancellationToken);
    }

    private Task<Answer> NotNow(Turn turn, Submission submission, CancellationToken cancellationToken) => two.With(turn, submission, (together, _) => Task.FromResult<Answer>(
        submission.Number(SessionActions.Number) is { } number && number <= together.Meetings.Last && number > 0
            ? new Answer.Becomes(Card.Line(SessionText.AllRight))
            : new Answer.Says(TurnText.OldCard)), cancellationToken);

    /// <summary>From the card that one has of the conversation that is open.</summary>
    private Task<Answer> More(Turn turn, Submission submission, CancellationToken cancellationToken) => two.With(turn, submission, (together, name) => Task.FromResult<Answer>(
        CardIn(submission) is { } card && SeatAt(together, card, turn.Actor.Person) is { } seat && together.Meetings.Session is { IsOpen: true } open
            ? new Answer.Opens(SessionForms.More(new(together, open, seat, name, null, turn.Now)))
            : new Answer.Says(TurnText.OldCard)), cancellationToken);

    private async Task<IReadOnlyList<Standing>> Standings(Turn turn, CancellationToken cancellationToken)
    {
        var me = turn.Actor.Person;
        var standings = new List<Standing>();
        foreach (var pair in await relationships.Of(me, cancellationToken))
        {
            if (pair.State is not RelationshipState.Going || await meetings.Find(pair.Id, cancellationToken) is not { Meetings.Session: { IsOpen: true } open } together || open.SeatOf(me) is null)
                continue;
            standings.Add(new(
                SessionText.StandingOpen.With(await directory.NameOf(pair.OtherThan(me), cancellationToken)),
                open.End,
                Card.Press(SessionText.ShowTheCard, SessionActions.Talk, (RelationshipActions.Relationship, pair.Id.Value)),
                Card.Press(SessionText.WeMet, SessionActions.WeMet, PhaseCards.Numbered(together, open.Number))));
        }

        return standings;
    }

    private async Task<NoticeCard?> CardNow(Notice notice, Reader reader, CancellationToken cancellationToken)
    {
        var (id, number, card) = SessionNotices.In(notice.Subject);
        return await meetings.Find(id, cancellationToken) is { } together
            ? await cards.At(together, new(number, card), reader, clock.GetCurrentInstant(), null, cancellationToken)
            : new(Card.Settled(), CardLife.Over);
    }

    private async Task<NoticeCard?> ComesLater(Notice notice, Reader reader, CancellationToken cancellationToken)
    {
        var (id, number, minutes) = SessionNotices.In(notice.Subject);
        return await meetings.Find(id, cancellationToken) is { Meetings.Session: { IsOpen: true } open, Pair: var pair } && open.Number == number
            ? new(Card.Line(SessionText.ComesLater.With(await directory.NameOf(pair.OtherThan(reader.Person), cancellationToken), minutes)), CardLife.Once)
            : null;
    }

    private static Together? NowOf(MeetingsOutcome outcome) => outcome switch
    {
        MeetingsOutcome.Done done => done.Now,
        MeetingsOutcome.BothTurned both => both.Now,
        MeetingsOutcome.AsItIs asItIs => asItIs.Now,
        _ => null,
    };

    /// <summary>The seat of which this card is the newest; null when it is of another conversation, or there is a newer one.</summary>
    private static Seat? SeatAt(Together together, CardSeen card, PersonId person) =>
        together.Meetings.Session is { } session && session.Number == card.Number && session.SeatOf(person) is { } seat && seat.Card == card.Card ? seat : null;

    private static CardSeen? CardIn(Submission submission) =>
        submission.Number(SessionActions.Number) is { } number && submission.Number(SessionActions.Card) is { } card ? new CardSeen(number, card) : null;
}
