using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Questions;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Sessions;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Questions;

/// <summary>A question sent ahead. The other hears that there is one, with the next things, and sees so on the card for the conversation.</summary>
public sealed class QuestionHandler(IQuestions questions, IMeetings meetings, IDirectory directory, IOpenings openings) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Form(QuestionActions.Ask, Ask);
        routes.Form(QuestionActions.Read, Read);
        routes.Submit(QuestionActions.AskNext, Ask);
        routes.Submit(QuestionActions.ReadNext, Read);
        routes.Submit(QuestionActions.Send, Send);
        routes.Submit(QuestionActions.TakeBack, TakeBack);
        routes.Press(QuestionActions.Later, Later);
        routes.Mention(QuestionNotices.Waiting, Waiting);
    }

    private async Task<Answer> Ask(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (BetweenTwo.IdIn(submission) is not { } id || await questions.Find(id, turn.Actor.Person, cancellationToken) is not { Pair: { } pair } found)
            return new Answer.Says(TurnText.OldCard);
        if (!pair.IsOf(turn.Actor.Person))
            return new Answer.Says(TurnText.NotYours);
        if (pair.State is not RelationshipState.Going)
            return new Answer.Says(TurnText.OldCard);
        var waiting = found.Question is { IsOpened: false } ? found.Question : null;
        return await AskAgain(turn, id, pair.OtherThan(turn.Actor.Person), waiting?.Words, waiting, null, cancellationToken);
    }

    private async Task<Answer> Send(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var (me, words) = (turn.Actor.Person, submission.Words(QuestionActions.Words));
        if (BetweenTwo.IdIn(submission) is not { } id)
            return GivenBack(words);
        if (WritingForm.WrongWith(words, AskingAhead.LongestQuestion) is { } wrong)
        {
            var found = await questions.Find(id, me, cancellationToken);
            return found.Pair is not { } pair || !pair.IsOf(me)
                ? GivenBack(words)
                : await AskAgain(turn, id, pair.OtherThan(me), words, found.Question is { IsOpened: false } ? found.Question : null, wrong, cancellationToken);
        }

        PersonId other = default;
        var outcome = await questions.Decide(
            id,
            me,
            (pair, found) =>
            {
                other = pair?.OtherThan(me) ?? default;
                return AskingAhead.Ask(pair, found, me, submission.Id(QuestionActions.Seen), words, turn.Now);
            },
            cancellationToken);
        switch (outcome)
        {
            case QuestionOutcome.NotYours:
                return new Answer.Says(TurnText.NotYours);
            case QuestionOutcome.Gone:
                return GivenBack(words);
            case QuestionOutcome.ChangedMeanwhile changed:
                return await AskAgain(turn, id, other, words, changed.Now, QuestionText.ChangedMeanwhile, cancellationToken);
            case var _ when words is null:
                return new Answer.Says(QuestionText.NothingSent);
            case QuestionOutcome.Done { Now: { } now }:
                return await Sent(now, other, cancellationToken);
            case QuestionOutcome.AsItIs { Now: { } now }:
                return await Sent(now, other, cancellationToken);
            default:
                return new Answer.Says(TurnText.OldCard);
        }
    }

    private async Task<Answer> TakeBack(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var me = turn.Actor.Person;
        if (BetweenTwo.IdIn(submission) is not { } id)
            return new Answer.Says(TurnText.OldCard);
        switch (await questions.Decide(id, me, (pair, found) => AskingAhead.TakeBack(pair, found, me, submission.Id(QuestionActions.Seen)), cancellationToken))
        {
            case QuestionOutcome.NotYours:
                return new Answer.Says(TurnText.NotYours);
            case QuestionOutcome.Read:
                return new Answer.Says(QuestionText.ReadAlready);
            case QuestionOutcome.Done or QuestionOutcome.AsItIs:
                return new Answer.Says(QuestionText.TakenBack);
            default:
                return new Answer.Says(TurnText.OldCard);
        }
    }

    private async Task<Answer> Read(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var me = turn.Actor.Person;
        if (await OfTheOther(turn, submission, cancellationToken) is not ({ } pair, var question))
            return await NotTheirs(turn, submission, cancellationToken);
        if (question is null)
            return new Answer.Says(QuestionText.NothingToRead);
        switch (await questions.Decide(pair.Id, question.Author, (now, found) => AskingAhead.Read(now, found, me, turn.Now), cancellationToken))
        {
            case QuestionOutcome.Done { Now: { } now }:
                return await ToRead(turn, now, cancellationToken);
            case QuestionOutcome.AsItIs { Now: { } now }:
                return await ToRead(turn, now, cancellationToken);
            case QuestionOutcome.AsItIs:
                return new Answer.Says(QuestionText.NothingToRead);
            default:
                return new Answer.Says(TurnText.OldCard);
        }
    }

    private async Task<Answer> Later(Turn turn, Submission submission, CancellationToken cancellationToken) =>
        await OfTheOther(turn, submission, cancellationToken) switch
        {
            (not null, { }) => new Answer.Becomes(Card.Line(QuestionText.LaterThen)),
            (not null, null) => new Answer.Becomes(Card.Settled()),
            _ => await NotTheirs(turn, submission, cancellationToken),
        };

    private async Task<Mention?> Waiting(string subject, Reader reader, CancellationToken cancellationToken)
    {
        var (id, author) = QuestionNotices.In(subject);
        if (await questions.Find(id, author, cancellationToken) is not ({ State: RelationshipState.Going }, { IsOpened: false }))
            return null;
        var line = QuestionText.LeftYou.With(await directory.NameOf(author, cancellationToken));
        var read = Card.Open(QuestionText.ReadIt, QuestionActions.Read, (RelationshipActions.Relationship, id.Value));
        return new(line, read, Card.Line(line, read, Card.Press(QuestionText.Later, QuestionActions.Later, (RelationshipActions.Relationship, id.Value))));
    }

    /// <summary>The pair, while it goes on and the reader is one of the two, and what the other left for them.</summary>
    private async Task<(Relationship? Pair, Question? Question)> OfTheOther(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var me = turn.Actor.Person;
        if (BetweenTwo.IdIn(submission) is not { } id || await meetings.Find(id, cancellationToken) is not { Pair: { State: RelationshipState.Going } pair } || !pair.IsOf(me))
            return (null, null);
        return (pair, (await questions.Find(id, pair.OtherThan(me), cancellationToken)).Question);
    }

    private async Task<Answer> NotTheirs(Turn turn, Submission submission, CancellationToken cancellationToken) =>
        BetweenTwo.IdIn(submission) is { } id && await meetings.Find(id, cancellationToken) is { } together && !together.Pair.IsOf(turn.Actor.Person)
            ? new Answer.Says(TurnText.NotYours)
            : new Answer.Says(TurnText.OldCard);

    private async Task<Answer> Sent(Question now, PersonId other, CancellationToken cancellationToken) =>
        new Answer.Opens(QuestionForms.Sent(now, await directory.NameOf(other, cancellationToken)));

    private async Task<Answer> AskAgain(Turn turn, RelationshipId id, PersonId other, Confidential? words, Question? waiting, string? wrong, CancellationToken cancellationToken)
    {
        if (waiting is not null)
            await Opens(turn, cancellationToken);
        return new Answer.Opens(QuestionForms.Ask(id, await directory.NameOf(other, cancellationToken), words, waiting, wrong));
    }

    private async Task<Answer> ToRead(Turn turn, Question question, CancellationToken cancellationToken)
    {
        await Opens(turn, cancellationToken);
        return new Answer.Opens(QuestionForms.Read(question, await directory.NameOf(question.Author, cancellationToken)));
    }

    private Task Opens(Turn turn, CancellationToken cancellationToken) =>
        openings.Note(turn.Actor.Person, Opened.Question, turn.Today, cancellationToken);

    private static Answer GivenBack(Confidential? words) => words is null
        ? new Answer.Says(TurnText.OldCard)
        : new Answer.Opens(WritingForm.GivenBack(QuestionText.AskTitle, QuestionText.GivenBack, QuestionText.YourQuestion, words));
}
