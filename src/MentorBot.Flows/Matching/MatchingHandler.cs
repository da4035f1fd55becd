using AdaptiveCards;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
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
    MatchingCards cards,
    RelationshipCards relationshipCards,
    IDirectory directory) : IFlow
{
    public void Map(Routes routes)
    {
        routes.TellsStanding(Standings);

        routes.Press(MatchingActions.Yes, Yes);
        routes.Press(MatchingActions.NotNow, NotNow);
        routes.Press(MatchingActions.Show, Show);

        routes.Form(MatchingActions.More, OpenMore);
        routes.Submit(MatchingActions.YesInForm, YesInForm);
        routes.Submit(MatchingActions.NotNowInForm, NotNowInForm);

        routes.Notice(RequestNotices.Ask, (notice, reader, token) => Notify(notice, reader, reminds: false, token));
        routes.Notice(RequestNotices.Reminder, (notice, reader, token) => Notify(notice, reader, reminds: true, token));
    }

    private async Task<Answer> Yes(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (QuestionIn(submission) is not { } question)
            return new Answer.Says(TurnText.OldCard);
        return await SayYes(turn, question, cancellationToken) is var outcome and not RequestOutcome.NotYours
            ? new Answer.Becomes(await AsItStands(question, Now(outcome), turn.Reader, cancellationToken))
            : new Answer.Says(TurnText.NotYours);
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
            ? new Answer.Opens(MatchingForms.More(request, asking, await directory.NameOf(request.Person, cancellationToken)))
            : new Answer.Says(TurnText.NotYours);
    }

    /// <summary>The card follows by its notice.</summary>
    private async Task<Answer> YesInForm(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (QuestionIn(submission) is not { } question)
            return new Answer.Says(TurnText.OldCard);
        return await SayYes(turn, question, cancellationToken) switch
        {
            RequestOutcome.NotYours => new Answer.Says(TurnText.NotYours),
            var outcome when Now(outcome) is { State: RequestState.Accepted accepted } && accepted.Match == question.Match => new Answer.Closes(),
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

    private async Task<RequestOutcome> SayYes(Turn turn, AskedFor question, CancellationToken cancellationToken)
    {
        var me = turn.Actor.Person;
        var two = await matchmaker.Two(question.By, me, cancellationToken);
        return await requests.Decide(question.By, question.Request, me, scene => Answering.Yes(scene, question.Match, me, two, turn.Now), cancellationToken);
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

        var relationship = await relationships.Find(question, request, cancellationToken);
        return relationship is { State: RelationshipState.Going } && relationship.IsOf(reader.Person) && reader.Person != question.By
            ? await relationshipCards.SaidYes(relationship, question, reader, cancellationToken)
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
