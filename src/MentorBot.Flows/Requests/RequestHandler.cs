using System.Globalization;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;
using NodaTime;

namespace MentorBot.Flows.Requests;

/// <summary>Asking for somebody: from the notice to the form, changes, other ways, and an end. Choosing is in <see cref="ChoiceHandler"/>.</summary>
public sealed class RequestHandler(
    OwnRequests own,
    RequestCards cards,
    RequestForms forms,
    RequestStandings standings,
    IRequests requests,
    IRelationships relationships,
    IPastPairs pastPairs,
    IReviewers reviewers,
    IDirectory directory,
    MentoringProgramme programme,
    INewIds ids) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Type(Word.Of(() => RequestText.Word, () => RequestText.Help, (turn, token) => Begin(turn, null, token)));
        routes.Talks(new RequestDialog(cards));
        routes.TellsStanding(Standings);

        routes.Press(RequestActions.Begin, async (turn, submission, token) => await Begin(turn, (await Ended(turn, submission, token))?.Id, token));
        routes.Press(RequestActions.NotNow, (_, _, _) => Task.FromResult<Answer>(new Answer.Becomes(Card.Line(RequestText.NotNowDone))));
        routes.Press(RequestActions.Show, async (turn, submission, token) => new Answer.Becomes(await cards.Current(await own.Find(turn, submission, token), turn.Reader, token)));
        routes.Press(RequestActions.Erase, (turn, submission, token) => own.Decide(turn, submission, null, EraseKept, token));
        routes.Press(RequestActions.GoOn, (turn, submission, token) => own.Decide(turn, submission, null, scene => Requesting.GoOn(scene, programme.Matching, turn.Now), token));
        routes.Press(RequestActions.OpenToPeers, (turn, submission, token) => own.Decide(turn, submission, null, scene => Requesting.OpenToPeers(scene, programme.Matching, turn.Now), token));
        routes.Press(RequestActions.TalkWith, TalkWith);

        routes.Form(RequestActions.Form, OpenForm);
        routes.Form(RequestActions.WidenForm, async (turn, submission, token) =>
            await own.Find(turn, submission, token) is { Invited: null } request ? new Answer.Opens(SmallForms.Widen(request, null)) : new Answer.Says(TurnText.OldCard));
        routes.Form(RequestActions.WithdrawForm, async (turn, submission, token) =>
            await own.Find(turn, submission, token) is { State: not RequestState.Accepted } request ? new Answer.Opens(SmallForms.Withdraw(request)) : new Answer.Says(TurnText.OldCard));

        routes.Submit(RequestActions.Send, Send);
        routes.Submit(RequestActions.Keep, Keep);
        routes.Submit(RequestActions.Save, Save);
        routes.Submit(RequestActions.Widen, Widen);
        routes.Submit(RequestActions.Withdraw, Withdraw);

        routes.Notice(RequestNotices.Mine, Mine);
    }

    private async Task<Answer> Begin(Turn turn, RelationshipId? after, CancellationToken cancellationToken)
    {
        var open = await own.Open(turn, cancellationToken);
        if (open.IsEmpty)
            return new Answer.Begins(RequestDialog.Name, after);
        if (open is [{ State: RequestState.Kept } kept] && after is null)
            return new Answer.Posts(await cards.Current(kept, turn.Reader, cancellationToken));

        var line = (await Standings(turn, open, cancellationToken)).MinBy(standing => standing.By ?? Instant.MaxValue)!.Line;
        return new Answer.Posts(RequestCards.AlreadyOpen(line, open.Length < Requesting.MostOpen, after));
    }

    private async Task<Answer> OpenForm(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (OwnRequests.IdIn(submission).Value.Length > 0)
        {
            return await own.Find(turn, submission, cancellationToken) is { Invited: null, State: not RequestState.Accepted } request
                ? new Answer.Opens(await Form(turn, request.Id, request, await forms.Of(request.Form, cancellationToken), null, cancellationToken))
                : new Answer.Says(TurnText.OldCard);
        }

        var id = new RequestId(ids.Next());
        if (await own.IsOneTooMany(turn, id, cancellationToken))
            return new Answer.Says(RequestText.AsManyAsCanBe);
        var ended = await Ended(turn, submission, cancellationToken);
        var filled = ended is null ? RequestForms.Blank(turn.Person) : await forms.Of(ended.Asked, cancellationToken);
        return new Answer.Opens(await Form(turn, id, null, filled, ended, cancellationToken));
    }

    private async Task<Answer> Send(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var since = (await Ended(turn, submission, cancellationToken))?.Since ?? turn.Now;
        return await Take(turn, submission, isComplete: true, (scene, id, form) =>
            Requesting.Send(scene, id, turn.Actor.Person, form, since, turn.Reader.Zone, programme.Matching, turn.Now), cancellationToken);
    }

    private Task<Answer> Keep(Turn turn, Submission submission, CancellationToken cancellationToken) => Take(turn, submission, isComplete: false, (scene, id, form) =>
        Requesting.Keep(scene, id, turn.Actor.Person, form, turn.Reader.Zone, programme.Matching, turn.Now), cancellationToken);

    private Task<Answer> Save(Turn turn, Submission submission, CancellationToken cancellationToken) =>
        Take(turn, submission, isComplete: true, (scene, _, form) => Requesting.Change(scene, form, programme.Matching, turn.Now), cancellationToken);

    /// <summary>Takes a form that can be taken, or gives it back with everything in it. The card that follows is a notice.</summary>
    private async Task<Answer> Take(
        Turn turn, Submission submission, bool isComplete, Func<Scene, RequestId, RequestForm, Decision<Scene, RequestOutcome>> decide, CancellationToken cancellationToken)
    {
        if (OwnRequests.IdIn(submission) is not { Value.Length: > 0 } id)
            return new Answer.Says(TurnText.OldCard);
        var request = await own.Find(turn, submission, cancellationToken);
        if (request?.Invited is not null)
            return new Answer.Says(TurnText.OldCard);

        var filled = await forms.Read(submission, turn.Person, request?.Form, isComplete || request is { State: not RequestState.Kept }, cancellationToken);
        if (filled.CanBeTaken && request is null && await own.IsOneTooMany(turn, id, cancellationToken))
            filled = filled with { Wrong = RequestText.AsManyAsCanBe };
        if (!filled.CanBeTaken)
            return new Answer.Opens(await Form(turn, id, request, filled, await Ended(turn, submission, cancellationToken), cancellationToken));

        if (isComplete && filled.Form.WishedFor is { } wished)
            await pastPairs.AskAgain(turn.Actor.Person, wished, cancellationToken);
        return await own.Run(turn, id, null, scene => decide(scene, id, filled.Form), cancellationToken) switch
        {
            RequestOutcome.Done or RequestOutcome.AsItIs { Now: not null } => new Answer.Closes(),
            _ => new Answer.Says(TurnText.OldCard),
        };
    }

    private async Task<Answer> Widen(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (await own.Find(turn, submission, cancellationToken) is not { Invited: null } request)
            return new Answer.Says(TurnText.OldCard);
        var wider = submission.Several<Widening>(SmallForms.Wider);
        if (!wider.Except(request.Form.Widened).Any())
            return new Answer.Opens(SmallForms.Widen(request, RequestText.NothingTicked));
        await own.Run(turn, request.Id, null, scene => Requesting.Widen(scene, wider, programme.Matching, turn.Now), cancellationToken);
        return new Answer.Closes();
    }

    private async Task<Answer> Withdraw(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (OwnRequests.IdIn(submission) is not { Value.Length: > 0 } id)
            return new Answer.Says(TurnText.OldCard);
        var whom = OwnRequests.WhomIn(submission);
        return await own.Run(turn, id, whom, OwnRequests.IfStill(whom, Requesting.Withdraw), cancellationToken) switch
        {
            RequestOutcome.Done => new Answer.Says(RequestText.Withdrawn),
            RequestOutcome.AsItIs { Now.State: RequestState.Accepted accepted } =>
                new Answer.Says(RequestText.SaidYesMeanwhile.With(await directory.NameOf(accepted.Whom, cancellationToken))),
            _ => new Answer.Says(TurnText.OldCard),
        };
    }

    private async Task<Answer> TalkWith(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var who = await reviewers.Of([turn.Actor.Person], cancellationToken);
        var seen = submission.Id(RequestActions.Round);
        return await own.Decide(
            turn,
            submission,
            null,
            scene => seen == scene.Request?.Round.ToString(CultureInfo.InvariantCulture)
                ? Requesting.WishForAWord(scene, who, programme.Matching, turn.Now)
                : scene.AsItIs(),
            cancellationToken);
    }

    private async Task<Form> Form(Turn turn, RequestId id, Request? request, Filled filled, Relationship? ended, CancellationToken cancellationToken)
    {
        var intro = request switch
        {
            { State: RequestState.Asking asking } => RequestText.ChangeWhileAsking.With(await directory.NameOf(asking.Whom, cancellationToken)),
            { State: not RequestState.Kept } => RequestText.ChangeIntro,
            _ => ended is null ? RequestText.FormIntro : RequestText.EarlierIntro,
        };
        return await forms.Ask(id, filled, intro, request is { State: not RequestState.Kept }, turn.Person, ended?.Id, cancellationToken);
    }

    /// <summary>The relationship that ended and is named by the press, if it was this person who was mentored in it.</summary>
    private async Task<Relationship?> Ended(Turn turn, Submission submission, CancellationToken cancellationToken) =>
        submission.Id(RequestActions.After) is { Length: > 0 } id
        && await relationships.Find(new(id), cancellationToken) is { State: RelationshipState.Ended } ended
        && ended.Mentee == turn.Actor.Person
            ? ended
            : null;

    private async Task<NoticeCard?> Mine(Notice notice, Reader reader, CancellationToken cancellationToken)
    {
        var (id, round) = RequestNotices.CardIn(notice.Subject);
        var request = await requests.Find(notice.Whom, id, cancellationToken);
        return request switch
        {
            null => new(Card.Settled(), CardLife.Over),
            _ when round < request.Round => new(Card.Newer(), CardLife.Over),
            _ => new(await cards.Current(request, reader, cancellationToken), request.State is RequestState.Accepted ? CardLife.Over : CardLife.Follows),
        };
    }

    private async Task<IReadOnlyList<Standing>> Standings(Turn turn, CancellationToken cancellationToken) =>
        await Standings(turn, await own.Open(turn, cancellationToken), cancellationToken);

    private async Task<IReadOnlyList<Standing>> Standings(Turn turn, IEnumerable<Request> open, CancellationToken cancellationToken)
    {
        var lines = new List<Standing>();
        foreach (var request in open)
            if (await standings.Of(request, turn.Reader, cancellationToken) is { } line)
                lines.Add(line);
        return lines;
    }

    /// <summary>Sent meanwhile, from another window, it is not thrown away by this.</summary>
    private static Decision<Scene, RequestOutcome> EraseKept(Scene scene) => scene.Request is { State: not RequestState.Kept }
        ? scene.AsItIs()
        : Requesting.Withdraw(scene);
}
