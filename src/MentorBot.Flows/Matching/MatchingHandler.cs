using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Scheduling;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Requests;
using MentorBot.Flows.Turns;
using Answering = MentorBot.Domain.Requests.Answering;

namespace MentorBot.Flows.Matching;

/// <summary>What whoever is asked does: yes, know more, not now. The first answer counts; a card from earlier shows how it stands.</summary>
public sealed class MatchingHandler(
    IRequests requests,
    IMatchmaker matchmaker,
    IMentors mentors,
    OpenedOrOpening relationships,
    Times times,
    MatchingCards cards,
    RelationshipCards relationshipCards,
    IDirectory directory) : IFlow
{
    public void Map(Routes routes)
    {
        routes.TellsStanding(Standings);

        routes.Press(MatchingActions.Yes, (turn, submission, token) => Yes(turn, submission, isAtTime: false, token));
        routes.Press(MatchingActions.YesAt, (turn, submission, token) => Yes(turn, submission, isAtTime: true, token));
        routes.Press(MatchingActions.NotNow, NotNow);
        routes.Press(MatchingActions.Show, Show);

        routes.Form(MatchingActions.More, OpenMore);
        routes.Submit(MatchingActions.YesInForm, (turn, submission, token) => YesInForm(turn, submission, isAtTime: false, token));
        routes.Submit(MatchingActions.YesAtInForm, (turn, submission, token) => YesInForm(turn, submission, isAtTime: true, token));
        routes.Submit(MatchingActions.NotNowInForm, NotNowInForm);

        routes.Notice(RequestNotices.Ask, (notice, reader, token) => Notify(notice, reader, reminds: false, token));
        routes.Notice(RequestNotices.Reminder, (notice, reader, token) => Notify(notice, reader, reminds: true, token));
    }

    private async Task<Answer> Yes(Turn turn, Submission submission, bool isAtTime, CancellationToken cancellationToken)
    {
        if (QuestionIn(submission) is not { } question)
            return new Answer.Says(TurnText.OldCard);
        var (outcome, isTaken) = await SayYes(turn, question, submission, isAtTime, cancellationToken);
        return outcome switch
        {
            RequestOutcome.NotYours => new Answer.Says(TurnText.NotYours),
            RequestOutcome.Done when isTaken => new Answer.Says(MatchingText.TimeIsTaken),
            _ => new Answer.Becomes(await AsItStands(question, Now(outcome), turn.Reader, cancellationToken)),
        };
    }

    private async Task<Answer> NotNow(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (QuestionIn(submission) is not { } question)
            return new Answer.Says(TurnText.OldCard);
        return await SayNotNow(turn, question, cancellationToken) switch
        {
            RequestOutcome.Done => new Answer.Becomes(MatchingCards.Thanked(await directory.NameOf(question.By, cancellationToken))),
            RequestOutcome.NotYours => new Answer.Says(TurnText.NotYours),
            var outcome => new Answer.Becomes(await AsItStands(question, Now(outcome), turn.Reader, cancellationToken)),
        };
    }

    private async Task<Answer> Show(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (QuestionIn(submission) is not { } question)
            return new Answer.Says(TurnText.OldCard);
        var request = await requests.Find(question.By, question.Request, cancellationToken);
        return new Answer.Posts(await AsItStands(question, request, turn.Reader, cancellationToken));
    }

    private async Task<Answer> OpenMore(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (QuestionIn(submission) is not { } question
            || await requests.Find(question.By, question.Request, cancellationToken) is not { Open: { } asking } request
            || asking.Match != question.Match)
            return new Answer.Says(TurnText.OldCard);
        return asking.Whom == turn.Actor.Person
            ? new Answer.Opens(cards.More(request, asking, await directory.NameOf(request.Person, cancellationToken), turn.Reader))
            : new Answer.Says(TurnText.NotYours);
    }

    /// <summary>The card follows by its notice.</summary>
    private async Task<Answer> YesInForm(Turn turn, Submission submission, bool isAtTime, CancellationToken cancellationToken)
    {
        if (QuestionIn(submission) is not { } question)
            return new Answer.Says(TurnText.OldCard);
        var (outcome, isTaken) = await SayYes(turn, question, submission, isAtTime, cancellationToken);
        return outcome switch
        {
            RequestOutcome.NotYours => new Answer.Says(TurnText.NotYours),
            RequestOutcome.Done when isTaken => new Answer.Says(MatchingText.TimeIsTaken),
            _ when Now(outcome) is { State: RequestState.Accepted accepted } && accepted.Match == question.Match => new Answer.Closes(),
            _ when Now(outcome)?.Open?.Match == question.Match => new Answer.Says(TurnText.OldCard),
            _ => new Answer.Says(TurnText.SettledBody),
        };
    }

    private async Task<Answer> NotNowInForm(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (QuestionIn(submission) is not { } question)
            return new Answer.Says(TurnText.OldCard);
        return await SayNotNow(turn, question, cancellationToken) switch
        {
            RequestOutcome.Done => new Answer.Says(MatchingText.Thanked.With(await directory.NameOf(question.By, cancellationToken))),
            RequestOutcome.NotYours => new Answer.Says(TurnText.NotYours),
            _ => new Answer.Says(TurnText.SettledBody),
        };
    }

    /// <returns>Also whether the yes counts and its time does not: by now something else is there in a calendar, or it has gone by.</returns>
    private async Task<(RequestOutcome Outcome, bool IsTaken)> SayYes(
        Turn turn, AskedFor question, Submission submission, bool isAtTime, CancellationToken cancellationToken)
    {
        var me = turn.Actor.Person;
        var two = await matchmaker.Two(question.By, me, cancellationToken);
        var outcome = await requests.Decide(question.By, question.Request, me, Decide, cancellationToken);
        return (outcome, isAtTime && Now(outcome) is { State: RequestState.Accepted { Time: null } });

        async ValueTask<Decision<Scene, RequestOutcome>> Decide(Scene scene, CancellationToken token)
        {
            if (!isAtTime)
                return Answering.Yes(scene, question.Match, me, two, null, turn.Now);
            if (scene.Request?.Open is not { } asking || asking.Match != question.Match || asking.Whom != me)
                return Answering.Yes(scene, question.Match, me, two, null, turn.Now);
            if (asking.Times.Where(time => MatchingCards.Text(time) == submission.Id(MatchingActions.At)).ToList() is not [var at])
                return scene.AsItIs();

            // A calendar that cannot be seen just now is no reason against a time that was free for both.
            var areFree = at.Start > turn.Now && await times.AreFree(question.By, me, at.Whole, token) is not false;
            return Answering.Yes(scene, question.Match, me, two, areFree ? at : null, turn.Now);
        }
    }

    private Task<RequestOutcome> SayNotNow(Turn turn, AskedFor question, CancellationToken cancellationToken) => requests.Decide(
        question.By, question.Request, turn.Actor.Person, scene => Answering.NotNow(scene, question.Match, turn.Actor.Person, turn.Now), cancellationToken);

    private async Task<IReadOnlyList<Standing>> Standings(Turn turn, CancellationToken cancellationToken)
    {
        var standings = new List<Standing>();
        foreach (var question in (await mentors.Find(turn.Actor.Person, cancellationToken))?.Asked ?? [])
        {
            if (await requests.Find(question.By, question.Request, cancellationToken) is { Open: { } asking } request
                && asking.Match == question.Match && asking.Whom == turn.Actor.Person)
                standings.Add(await cards.Standing(request, asking, turn.Reader, cancellationToken));
        }

        return standings;
    }

    /// <summary>To whoever is asked: the question until it is answered, in its place; and the one reminder, a card of its own.</summary>
    private async Task<NoticeCard?> Notify(Notice notice, Reader reader, bool reminds, CancellationToken cancellationToken)
    {
        var question = RequestNotices.QuestionIn(notice.Subject);
        var request = await requests.Find(question.By, question.Request, cancellationToken);
        if (request?.Open is not { } asking || asking.Match != question.Match)
            return new(await AsItStands(question, request, reader, cancellationToken), CardLife.Over);
        if (reminds)
            return new(await cards.Reminder(request, asking, reader, cancellationToken), CardLife.Follows);
        return asking.RemindAt is null
            ? new(Card.Newer(), CardLife.Over)
            : new(await cards.Question(request, asking, reader, cancellationToken), CardLife.Follows);
    }

    /// <summary>The card of one question as things are now, for whoever may see it; anybody else reads only that it is settled.</summary>
    /// <param name="request">As it is now; null when it is gone.</param>
    private async Task<AdaptiveCard> AsItStands(AskedFor question, Request? request, Reader reader, CancellationToken cancellationToken)
    {
        if (request?.Open is { } asking && asking.Match == question.Match)
            return asking.Whom == reader.Person ? await cards.Question(request, asking, reader, cancellationToken) : Card.Settled();

        var together = await relationships.Together(question, request, cancellationToken);
        return together is { Pair.State: RelationshipState.Going } && together.Pair.IsOf(reader.Person) && reader.Person != question.By
            ? await relationshipCards.SaidYes(together, question, reader, cancellationToken)
            : Card.Settled();
    }

    private static Request? Now(RequestOutcome outcome) => outcome switch
    {
        RequestOutcome.Done done => done.Now,
        RequestOutcome.AsItIs asItIs => asItIs.Now,
        _ => null,
    };

    /// <summary>The question that a press is about; null when it names none.</summary>
    private static AskedFor? QuestionIn(Submission submission) =>
        (submission.Id(RequestActions.Match), submission.Id(RequestActions.Person), submission.Id(RequestActions.Request)) is ({ Length: > 0 } match, { Length: > 0 } by, { Length: > 0 } request)
            ? new AskedFor(new(match), new(by), new(request))
            : null;
}
