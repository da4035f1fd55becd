using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Profiles;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Requests;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Requests;

/// <summary>"We found each other": for whoever invites, and for whoever was invited before they were here.</summary>
public sealed class InvitationHandler(
    OwnRequests own,
    InvitationForms forms,
    InvitedHere invited,
    RequestStandings standings,
    IRequests requests,
    IMatchmaker matchmaker,
    IPastPairs pastPairs,
    IProfiles profiles,
    IDirectory directory,
    MentoringProgramme programme,
    INewIds ids) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Type(Word.Of(() => InvitationText.Word, null, Typed));
        routes.TellsStanding(Standings);

        routes.Form(RequestActions.InviteForm, OpenForm);
        routes.Form(RequestActions.ShowLine, ShowLine);
        routes.Submit(RequestActions.Invite, Invite);
        routes.Press(RequestActions.LetItRest, (turn, submission, token) => own.Decide(turn, submission, null, LetItRest, token));
        routes.Press(RequestActions.Arrived, Arrived);
    }

    private async Task<Answer> OpenForm(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var id = new RequestId(ids.Next());
        return await own.IsOneTooMany(turn, id, cancellationToken)
            ? new Answer.Says(RequestText.AsManyAsCanBe)
            : new Answer.Opens(InvitationForms.Ask(id, InvitationForms.Invitation.Blank));
    }

    private async Task<Answer> Invite(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (OwnRequests.IdIn(submission) is not { Value.Length: > 0 } id)
            return new Answer.Says(TurnText.OldCard);
        var filled = await forms.Read(submission, turn.Actor.Person, cancellationToken);
        if (filled.CanBeTaken && await own.IsOneTooMany(turn, id, cancellationToken))
            filled = filled with { Wrong = RequestText.AsManyAsCanBe };
        if (!filled.CanBeTaken)
            return new Answer.Opens(InvitationForms.Ask(id, filled));

        var person = turn.Actor.Person;
        var whom = filled.Whom.People[0];
        await pastPairs.AskAgain(person, whom.Id, cancellationToken);
        var two = await matchmaker.Two(person, whom.Id, cancellationToken);
        var isReachable = (await profiles.Find(whom.Id, cancellationToken))?.Reach is not null;
        var match = new MatchId(ids.Next());
        return await own.Run(turn, id, whom.Id, scene => ChoosingSomeone.Invite(
            scene, id, person, whom.Id, filled.Role, filled.Form(turn.Person), match, isReachable, two, turn.Reader.Zone, programme.Matching, turn.Now), cancellationToken) switch
        {
            RequestOutcome.Done or RequestOutcome.AsItIs { Now: not null } => new Answer.Closes(),
            RequestOutcome.NotAvailable => new Answer.Opens(
                InvitationForms.Ask(id, filled with { Whom = Picked.Nobody, Wrong = ChoiceCards.NotAvailable(whom.Name) })),
            _ => new Answer.Says(TurnText.OldCard),
        };
    }

    private async Task<Answer> ShowLine(Turn turn, Submission submission, CancellationToken cancellationToken) =>
        await own.Find(turn, submission, cancellationToken) is { State: RequestState.ToForward forward }
            ? new Answer.Opens(InvitationForms.Line(await directory.NameOf(forward.Whom, cancellationToken)))
            : new Answer.Says(TurnText.OldCard);

    private async Task<Answer> Arrived(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var (by, id, match) = (submission.Id(RequestActions.Person), OwnRequests.IdIn(submission), submission.Id(RequestActions.Match));
        return by.Length == 0 || id.Value.Length == 0
            ? new Answer.Says(TurnText.OldCard)
            : await Arrive(turn, new(by), id, new(match), cancellationToken);
    }

    /// <summary>Somebody types what the line to forward says. Who was not invited gains nothing by it.</summary>
    private async Task<Answer> Typed(Turn turn, CancellationToken cancellationToken)
    {
        var (waiting, isAsked) = await invited.For(turn.Actor.Person, cancellationToken);
        Answer answer = new Answer.Says(isAsked ? InvitationText.AlreadyHere : InvitationText.NotForYou);
        foreach (var request in waiting)
            answer = await Arrive(turn, request.Person, request.Id, ((RequestState.ToForward)request.State).Match, cancellationToken);
        return answer;
    }

    /// <summary>Puts the question to whoever it was for; it comes as a notice.</summary>
    private async Task<Answer> Arrive(Turn turn, PersonId by, RequestId id, MatchId match, CancellationToken cancellationToken)
    {
        var me = turn.Actor.Person;
        var two = await matchmaker.Two(by, me, cancellationToken);
        return new Answer.Says(await requests.Decide(by, id, me, scene => ChoosingSomeone.Arrived(scene, match, me, two, programme.Matching, turn.Now), cancellationToken) switch
        {
            RequestOutcome.Done => TurnText.Below,
            RequestOutcome.AsItIs { Now: { Open: { } asking } } when asking.Whom == me => InvitationText.AlreadyHere,
            RequestOutcome.NotAvailable => ChoiceCards.NotAvailable(await directory.NameOf(by, cancellationToken)),
            RequestOutcome.NotYours => InvitationText.NotForYou,
            _ => TurnText.OldCard,
        });
    }

    private async Task<IReadOnlyList<Standing>> Standings(Turn turn, CancellationToken cancellationToken)
    {
        var lines = new List<Standing>();
        foreach (var request in (await invited.For(turn.Actor.Person, cancellationToken)).Waiting)
            lines.Add(await standings.ForInvited(request, (RequestState.ToForward)request.State, turn.Reader, cancellationToken));
        return lines;
    }

    private static Decision<Scene, RequestOutcome> LetItRest(Scene scene) => scene.Request is { State: not RequestState.NotComeAbout }
        ? scene.AsItIs()
        : Requesting.Withdraw(scene);
}
