using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Requests;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Console;

/// <summary>A coordinator suggests somebody of their own choice, under the same rules; whatever stands against it is said in the same words.</summary>
public sealed class SuggestHandler(
    WaitingDesk waitingDesk,
    ThreeCards three,
    WaitingForms forms,
    PeoplePicker picker,
    IRequests requests,
    IReviewers reviewers,
    IMatchmaker matchmaker,
    MentoringProgramme programme) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Form(ConsoleActions.SuggestForm, Coordinators.Only(programme, Open));
        routes.Submit(ConsoleActions.Suggest, Coordinators.Only(programme, Suggest));
    }

    private async Task<Answer> Open(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var (request, _, refusal) = await waitingDesk.Find(turn, submission, cancellationToken);
        return refusal is Answer.Says ? refusal
            : refusal is null && request.IsWaiting ? new Answer.Opens(await forms.Suggest(request, Picked.Nobody, null, cancellationToken))
            : new Answer.Says(TurnText.OldCard);
    }

    private async Task<Answer> Suggest(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var (request, _, refusal) = await waitingDesk.Find(turn, submission, cancellationToken);
        if (refusal is Answer.Says)
            return refusal;
        if (refusal is not null || !request.IsWaiting)
            return new Answer.Says(TurnText.OldCard);

        var picked = await picker.Read(submission, WaitingForms.Whom, turn.Actor.Person, several: false, cancellationToken);
        if (picked.Wrong is not null)
            return new Answer.Opens(await forms.Suggest(request, picked, null, cancellationToken));
        if (picked.People is not [var mentor])
            return new Answer.Opens(await forms.Suggest(request, Picked.Nobody, ConsoleText.SuggestMissing, cancellationToken));

        // Whoever is too close to look at the two cannot suggest them, and is told no more than anybody.
        var who = await reviewers.Of([.. ThoseWaiting.Touched(request), mentor.Id], cancellationToken);
        var searching = await matchmaker.AmongAll(cancellationToken);
        var outcome = await requests.Decide(
            request.Person,
            request.Id,
            null,
            scene => Releasing.Suggest(scene, mentor.Id, WithoutIn(submission), turn.Actor.Person, who, searching),
            cancellationToken);
        return outcome switch
        {
            RequestOutcome.Done { Now: { State: RequestState.Proposed proposed } now } =>
                new Answer.Becomes(await three.Of(now, proposed, who, turn.Reader, turn.Now, cancellationToken)),
            RequestOutcome.AsItIs { Now: { State: RequestState.Proposed proposed } now } when proposed.People.Any(one => one.Mentor == mentor.Id) =>
                new Answer.Becomes(await three.Of(now, proposed, who, turn.Reader, turn.Now, cancellationToken)),
            RequestOutcome.NotAvailable or RequestOutcome.NotYours =>
                new Answer.Opens(await forms.Suggest(request, Picked.Nobody, ConsoleText.NotAvailable.With(mentor.Name), cancellationToken)),
            _ => new Answer.Says(TurnText.OldCard),
        };
    }

    private static PersonId? WithoutIn(Submission submission) => submission.Id(WaitingForms.Without) is { Length: > 0 } id ? new PersonId(id) : null;
}
