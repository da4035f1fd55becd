using MentorBot.Domain.Closing;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Scheduling;
using MentorBot.Flows.Sessions;
using MentorBot.Flows.Turns;
using NodaTime;

namespace MentorBot.Flows.Closing;

/// <summary>Going on, pausing, finishing: asked at the number they had in mind, or by either at any time. What the other sees comes to them as a notice.</summary>
public sealed class ClosingHandler(
    IClosings closings, IRelationships relationships, IMeetings meetings, BetweenTwo two, ChoosingTimes choosing, IDirectory directory, MentoringProgramme programme) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Press(ClosingActions.GoOn, GoOn);
        routes.Form(ClosingActions.PauseForm, OpenPause);
        routes.Form(ClosingActions.FinishForm, OpenFinish);
        routes.Submit(ClosingActions.PauseNext, OpenPause);
        routes.Submit(ClosingActions.FinishNext, OpenFinish);
        routes.Submit(ClosingActions.Pause, Pause);
        routes.Submit(ClosingActions.Finish, Finish);
        routes.Submit(ClosingActions.LastOne, LastOne);
        routes.Notice(ClosingNotices.Look, Look);
        routes.Notice(ClosingNotices.LastOne, LastWished);
    }

    private Task<Answer> GoOn(Turn turn, Submission submission, CancellationToken cancellationToken) => two.With(
        turn,
        submission,
        async (together, name) =>
        {
            var (me, number) = (turn.Actor.Person, submission.Number(ClosingActions.Number) ?? 0);
            return await closings.Decide(together.Pair.Id, (pair, now) => LookingAgain.GoOn(pair, now, me, number), cancellationToken) switch
            {
                ClosingOutcome.Done done => new Answer.Becomes(ClosingCards.Look(done.Pair, done.Now, number, name, turn.Reader).Card),
                ClosingOutcome.AsItIs { Pair: { } pair, Now: { Look.Number: var asked } now } when asked == number =>
                    new Answer.Becomes(ClosingCards.Look(pair, now, number, name, turn.Reader).Card),
                _ => new Answer.Says(TurnText.OldCard),
            };
        },
        cancellationToken);

    private Task<Answer> OpenPause(Turn turn, Submission submission, CancellationToken cancellationToken) => two.With(
        turn, submission, (together, name) => Task.FromResult<Answer>(new Answer.Opens(PauseForm(together.Pair, null, name, turn.Now, null))), cancellationToken);

    private Task<Answer> OpenFinish(Turn turn, Submission submission, CancellationToken cancellationToken) => two.With(
        turn,
        submission,
        (together, name) => Task.FromResult<Answer>(new Answer.Opens(
            ClosingForms.Finish(together.Pair, name, turn.Reader.Day(turn.Now + Duration.FromDays(programme.ErasureDays))))),
        cancellationToken);

    private Task<Answer> Pause(Turn turn, Submission submission, CancellationToken cancellationToken) => two.With(
        turn,
        submission,
        async (together, name) =>
        {
            var day = submission.Day(ClosingActions.Day);
            var outcome = day is { } until
                ? await relationships.Decide(together.Pair.Id, found => Relating.Pause(found, turn.Actor.Person, until, turn.Now), cancellationToken)
                : new RelationshipOutcome.NotThen(together.Pair);
            return outcome switch
            {
                RelationshipOutcome.NotThen { Now: var now } => new Answer.Opens(PauseForm(now, day, name, turn.Now, ClosingText.PauseError)),
                RelationshipOutcome.Done { Now.State: RelationshipState.Going { QuietUntil: { } quiet } } => Paused(together, quiet, turn.Reader),
                RelationshipOutcome.AsItIs { Now.State: RelationshipState.Going { QuietUntil: { } quiet } } => Paused(together, quiet, turn.Reader),
                _ => new Answer.Says(TurnText.OldCard),
            };
        },
        cancellationToken);

    /// <summary>What both see then comes as a notice, to each their own.</summary>
    private Task<Answer> Finish(Turn turn, Submission submission, CancellationToken cancellationToken) => two.With(
        turn,
        submission,
        async (together, _) =>
        {
            await relationships.Decide(together.Pair.Id, found => Relating.Finish(found, turn.Actor.Person, programme.ErasureDays, turn.Now), cancellationToken);
            return new Answer.Closes();
        },
        cancellationToken);

    /// <summary>Pressed twice, or by both at once, it is one wish; either sees times where nothing is booked.</summary>
    private Task<Answer> LastOne(Turn turn, Submission submission, CancellationToken cancellationToken) => two.With(
        turn,
        submission,
        async (together, name) => await meetings.Decide(together.Pair.Id, now => Conducting.WishLast(now, turn.Actor.Person), cancellationToken) switch
        {
            MeetingsOutcome.Done { Now: var now } => await Wished(turn, now, name, cancellationToken),
            MeetingsOutcome.AsItIs { Now: { } now } => await Wished(turn, now, name, cancellationToken),
            _ => new Answer.Says(TurnText.OldCard),
        },
        cancellationToken);

    private async Task<Answer> Wished(Turn turn, Together now, string name, CancellationToken cancellationToken) => now.Meetings switch
    {
        { Session.IsOpen: true } => new Answer.Says(ClosingText.LastOpen.With(name)),
        { Next: { } next } => new Answer.Says(ClosingText.LastBooked.With(turn.Reader.Day(next.Start), turn.Reader.Time(next.Start), name)),
        _ => new Answer.Becomes(await choosing.Card(now, name, Wanted.New(now), turn.Reader, ClosingText.LastLead.With(name), cancellationToken)),
    };

    private async Task<NoticeCard?> Look(Notice notice, Reader reader, CancellationToken cancellationToken)
    {
        var (id, number) = ClosingNotices.In(notice.Subject);
        var (pair, outlook) = await closings.Find(id, cancellationToken);
        return pair is null
            ? new(Card.Settled(), CardLife.Over)
            : ClosingCards.Look(pair, outlook, number, await directory.NameOf(pair.OtherThan(reader.Person), cancellationToken), reader);
    }

    private async Task<NoticeCard?> LastWished(Notice notice, Reader reader, CancellationToken cancellationToken) =>
        await meetings.Find(ClosingNotices.In(notice.Subject).Id, cancellationToken) is { Pair.State: RelationshipState.Going, Meetings.LastBy: not null } together
            ? new(ClosingCards.LastOne(together, await directory.NameOf(together.Pair.OtherThan(reader.Person), cancellationToken), reader), CardLife.Once)
            : null;

    private static Form PauseForm(Relationship pair, LocalDate? day, string name, Instant now, string? wrong) =>
        ClosingForms.Pause(pair, day, name, now.InZone(pair.Zone).Date, wrong);

    private static Answer.Says Paused(Together together, Instant until, Reader reader) => new(together.Meetings.Next is { } booked
        ? RelationshipText.SentQuietMonthBooked.With(reader.Day(until), reader.Day(booked.Start))
        : RelationshipText.SentQuietMonth.With(reader.Day(until)));
}
