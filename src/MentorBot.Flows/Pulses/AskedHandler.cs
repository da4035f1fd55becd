using MentorBot.Domain.Directory;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Pulses;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Sessions;
using MentorBot.Flows.Turns;
using NodaTime;

namespace MentorBot.Flows.Pulses;

/// <summary>Somebody is asked about one relationship of theirs. Whether they answered is for them alone; declining notes nothing.</summary>
public sealed class AskedHandler(IPulses pulses, IRelationships relationships, IDirectory directory, IOpenings openings, IClock clock) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Mention(PulseNotices.Invite, Invite);
        routes.Mention(PulseNotices.Remind, Remind);
        routes.Form(PulseActions.AnswerForm, Open);
        routes.Press(PulseActions.NotThisTime, NotThisTime);
        routes.Press(PulseActions.TakeBack, TakeBack);
        routes.Submit(PulseActions.Send, Send);
    }

    private async Task<Mention?> Invite(string subject, Reader reader, CancellationToken cancellationToken)
    {
        if (await Unanswered(subject, reader, cancellationToken) is not { } invitation)
            return null;
        var name = await directory.NameOf(invitation.Other, cancellationToken);
        return new(AskedCards.Title(invitation, name), AskedCards.Open(invitation), AskedCards.Invitation(invitation, name, reader));
    }

    private async Task<Mention?> Remind(string subject, Reader reader, CancellationToken cancellationToken)
    {
        if (await Unanswered(subject, reader, cancellationToken) is not { } invitation)
            return null;
        var name = await directory.NameOf(invitation.Other, cancellationToken);
        return new(PulseText.ReminderLine.With(name, reader.Day(invitation.Pulse.ClosesAt)), AskedCards.Open(invitation), AskedCards.Reminder(invitation, name, reader));
    }

    private async Task<Invitation?> Unanswered(string subject, Reader reader, CancellationToken cancellationToken)
    {
        var (id, about) = PulseNotices.In(subject);
        return await pulses.Invited(id, reader.Person, about, cancellationToken) is { } invitation && !HasSent(invitation) && invitation.Pulse.Takes(clock.GetCurrentInstant())
            ? invitation
            : null;
    }

    private Task<Answer> Open(Turn turn, Submission submission, CancellationToken cancellationToken) => With(
        turn,
        submission,
        async invitation =>
        {
            if (HasSent(invitation))
                await openings.Note(turn.Actor.Person, Opened.CheckIn, turn.Today, cancellationToken);
            return new Answer.Opens(AskedCards.Answering(invitation, await directory.NameOf(invitation.Other, cancellationToken)));
        },
        async (pulse, about) => new Answer.Opens(AskedCards.ClosedForm(pulse, await HasOwn(turn, pulse, about, cancellationToken), turn.Reader)),
        cancellationToken);

    private Task<Answer> Send(Turn turn, Submission submission, CancellationToken cancellationToken) => With(
        turn,
        submission,
        async invitation =>
        {
            var answers = AskedCards.Read(submission, invitation.Pulse.Plan.Form);
            if (answers.IsEmpty && !HasSent(invitation))
                return new Answer.Says(PulseText.NothingChosen.With(turn.Reader.Day(invitation.Pulse.ClosesAt)));
            return await pulses.Answer(invitation.Pulse.Id, turn.Actor.Person, invitation.About, answers, cancellationToken) switch
            {
                AnswerOutcome.Done when answers.IsEmpty => new Answer.Becomes(Card.Line(PulseText.Erased)),
                AnswerOutcome.Done done => new Answer.Becomes(AskedCards.Sent(done.Now, turn.Reader)),
                AnswerOutcome.Closed closed => NothingTakenIn(turn, closed.Pulse),
                _ => new Answer.Says(TurnText.OldCard),
            };
        },
        (pulse, _) => Task.FromResult<Answer>(NothingTakenIn(turn, pulse)),
        cancellationToken);

    /// <summary>What they sent before stays: to take it back there is another button.</summary>
    private Task<Answer> NotThisTime(Turn turn, Submission submission, CancellationToken cancellationToken) => With(
        turn,
        submission,
        invitation => Task.FromResult<Answer>(new Answer.Becomes(
            HasSent(invitation) ? AskedCards.Sent(invitation, turn.Reader) : AskedCards.NotThisTime(invitation.Pulse, turn.Reader))),
        (pulse, about) => Closed(turn, pulse, about, cancellationToken),
        cancellationToken);

    private Task<Answer> TakeBack(Turn turn, Submission submission, CancellationToken cancellationToken) => With(
        turn,
        submission,
        async invitation => await pulses.Answer(invitation.Pulse.Id, turn.Actor.Person, invitation.About, Answers.None, cancellationToken) switch
        {
            AnswerOutcome.Done => new Answer.Becomes(Card.Line(PulseText.Erased)),
            AnswerOutcome.Closed closed => await Closed(turn, closed.Pulse, invitation.About, cancellationToken),
            _ => new Answer.Says(TurnText.OldCard),
        },
        (pulse, about) => Closed(turn, pulse, about, cancellationToken),
        cancellationToken);

    /// <summary>Only for one of the two: whether somebody else is asked is not even answered.</summary>
    private async Task<Answer> With(
        Turn turn, Submission submission, Func<Invitation, Task<Answer>> open, Func<Pulse, RelationshipId, Task<Answer>> closed, CancellationToken cancellationToken)
    {
        if (submission.Id(PulseActions.Pulse) is not { Length: > 0 } id
            || BetweenTwo.IdIn(submission) is not { } about
            || await relationships.Find(about, cancellationToken) is not { } pair)
            return new Answer.Says(TurnText.OldCard);
        if (!pair.IsOf(turn.Actor.Person))
            return new Answer.Says(TurnText.NotYours);
        return await pulses.Find(new(id), cancellationToken) switch
        {
            { Stage: PulseStage.Stopped } => new Answer.Says(TurnText.SettledBody),
            { } pulse when !pulse.Takes(turn.Now) => await closed(pulse, about),
            { } pulse when await pulses.Invited(pulse.Id, turn.Actor.Person, about, cancellationToken) is { } invitation => await open(invitation),
            _ => new Answer.Says(TurnText.OldCard),
        };
    }

    private async Task<Answer> Closed(Turn turn, Pulse pulse, RelationshipId about, CancellationToken cancellationToken) =>
        new Answer.Becomes(AskedCards.Closed(pulse, await HasOwn(turn, pulse, about, cancellationToken), turn.Reader));

    private async Task<bool> HasOwn(Turn turn, Pulse pulse, RelationshipId about, CancellationToken cancellationToken) =>
        (await pulses.Own(turn.Actor.Person, cancellationToken)).Any(own => own.Pulse == pulse.Id && own.About == about);

    private static Answer.Says NothingTakenIn(Turn turn, Pulse pulse) => new(PulseText.ClosedAt.With(turn.Reader.Time(pulse.ClosesAt)));

    private static bool HasSent(Invitation invitation) => invitation.Given is { IsEmpty: false };
}
