using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Scheduling;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Requests;

/// <summary>Choosing one of those who were shown, or none; taking it back; choosing again.</summary>
public sealed class ChoiceHandler(
    OwnRequests own,
    RequestCards cards,
    IRequests requests,
    IMatchmaker matchmaker,
    Times times,
    IOffers offers,
    IDirectory directory,
    MentoringProgramme programme,
    INewIds ids) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Press(RequestActions.Choose, (turn, submission, token) => Choose(turn, submission, false, token));
        routes.Press(RequestActions.ChooseEqual, (turn, submission, token) => Choose(turn, submission, true, token));
        routes.Press(RequestActions.NoneOfThese, NoneOfThese);
        routes.Press(RequestActions.ShowOthers, (turn, submission, token) =>
            own.Decide(turn, submission, null, scene => ChoosingSomeone.NoneOfThese(scene, programme.Matching, turn.Now), token));
        routes.Press(RequestActions.ChooseAgain, ChooseAgain);
        routes.Press(RequestActions.TakeBack, TakeBack);
        routes.Form(RequestActions.MoreAbout, MoreAbout);
    }

    /// <summary>Both calendars are looked into now that somebody is chosen, and not before.</summary>
    private async Task<Answer> Choose(Turn turn, Submission submission, bool asEquals, CancellationToken cancellationToken)
    {
        if (WhomIn(submission) is not { } whom)
            return new Answer.Says(TurnText.OldCard);
        var match = new MatchId(ids.Next());
        var two = await matchmaker.Two(turn.Actor.Person, whom, cancellationToken);
        if (asEquals && !await IsStillLookingForEquals(whom, turn.Actor.Person, cancellationToken))
            two = two with { Asked = null };
        var bookFirst = submission.IsTicked(RequestActions.BookFirst);
        return await own.Decide(
            turn,
            submission,
            whom,
            async (scene, token) =>
            {
                var found = TimesThatTravel.Wanted(scene, whom, two, bookFirst, turn.Now) is { } wanted
                    ? TimesThatTravel.In(await times.Find(turn.Actor.Person, whom, wanted, token))
                    : [];
                return ChoosingSomeone.Choose(scene, whom, match, two, found, programme.Matching, turn.Now);
            },
            cancellationToken);
    }

    /// <summary>Somebody who was looking, too, may have found somebody since, or would rather not meet this person.</summary>
    private async Task<bool> IsStillLookingForEquals(PersonId whom, PersonId asking, CancellationToken cancellationToken) =>
        (await requests.Of(whom, cancellationToken)).Any(request =>
            request is { OpenToPeers: true, State: RequestState.Looking or RequestState.Proposed or RequestState.Choosing or RequestState.NotComeAbout }
            && !request.Form.NotThese.Includes(asking));

    /// <summary>Asks what would be better; nothing is decided by it.</summary>
    private async Task<Answer> NoneOfThese(Turn turn, Submission submission, CancellationToken cancellationToken) =>
        await own.Find(turn, submission, cancellationToken) is var request && request is { State: RequestState.Choosing }
            ? new Answer.Becomes(await cards.NoneOfThese(request, turn.Reader, cancellationToken))
            : new Answer.Becomes(await cards.Current(request, turn.Reader, cancellationToken));

    private async Task<Answer> ChooseAgain(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (await own.Find(turn, submission, cancellationToken) is not { State: RequestState.NotComeAbout or RequestState.PutAside })
            return await own.Decide(turn, submission, null, scene => scene.AsItIs(), cancellationToken);
        var searching = await matchmaker.AmongAll(cancellationToken);
        return await own.Decide(turn, submission, null, scene => ChoosingSomeone.ChooseAgain(scene, searching, programme.Matching, turn.Now), cancellationToken);
    }

    private async Task<Answer> TakeBack(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var match = new MatchId(submission.Id(RequestActions.Match));
        var whom = OwnRequests.WhomIn(submission);
        return await own.Decide(
            turn, submission, whom, OwnRequests.IfStill(whom, scene => ChoosingSomeone.TakeBack(scene, match, programme.Matching, turn.Now)), cancellationToken);
    }

    /// <summary>Only about somebody whom this very person could choose now.</summary>
    private async Task<Answer> MoreAbout(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (WhomIn(submission) is not { } whom
            || await own.Find(turn, submission, cancellationToken) is not { State: RequestState.Choosing choosing }
            || choosing.People.All(one => one.Mentor != whom)
            || await directory.Find(whom, cancellationToken) is not { } person)
            return new Answer.Says(TurnText.OldCard);
        return new Answer.Opens(SmallForms.More(person, await offers.Find(whom, cancellationToken) is { State: OfferState.Open } offer ? offer.Form : null));
    }

    private static PersonId? WhomIn(Submission submission) => submission.Id(RequestActions.Whom) is { Length: > 0 } id ? new PersonId(id) : null;
}
