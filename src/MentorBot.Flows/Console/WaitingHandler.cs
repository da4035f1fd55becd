using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Requests;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;
using NodaTime;
using static MentorBot.Domain.Requests.RequestState;

namespace MentorBot.Flows.Console;

/// <summary>One person after the other who waits: who was found, to send, to hold once, or to leave to their date. The first press counts.</summary>
public sealed class WaitingHandler(
    WaitingDesk waitingDesk,
    ThoseWaiting waiting,
    WaitingCards cards,
    ThreeCards three,
    WaitingForms forms,
    DeskCard desk,
    IRequests requests,
    IReviewers reviewers,
    IMatchmaker matchmaker,
    MentoringProgramme programme,
    IClock clock) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Press(ConsoleActions.Waiting, Coordinators.Only(programme, Longest));
        routes.Press(ConsoleActions.Next, Coordinators.Only(programme, Next));
        routes.Press(ConsoleActions.Person, Coordinators.Only(programme, Person));
        routes.Press(ConsoleActions.Three, Coordinators.Only(programme, Three));
        routes.Press(ConsoleActions.Talk, Coordinators.Only(programme, Talk));
        routes.Press(ConsoleActions.Hold, Coordinators.Only(programme, Hold));
        routes.Press(ConsoleActions.Send, Coordinators.Only(programme, Send));
        routes.Form(ConsoleActions.ReadForm, Coordinators.Only(programme, Read));
        routes.Notice(RequestNotices.Word, Word);
        routes.Notice(RequestNotices.Desk, Today);
    }

    private async Task<Answer> Longest(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var (people, gathering) = await waiting.For(turn.Actor.Person, cancellationToken);
        return new Answer.Posts(people.IsEmpty
            ? await desk.For(turn.Reader, cancellationToken)
            : await cards.Of(people[0], gathering.ReviewersOf(programme, ThoseWaiting.Touched(people[0])), turn.Reader, cancellationToken));
    }

    /// <summary>Whoever has waited longest after the one that is shown; after the last, the desk. Who is gone meanwhile is nobody to go on from: from the first again.</summary>
    private async Task<Answer> Next(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var shown = new RequestId(submission.Id(Requests.RequestActions.Request));
        var (people, gathering) = await waiting.For(turn.Actor.Person, cancellationToken);
        var next = people.Select(request => request.Id).ToList().IndexOf(shown) + 1;
        return new Answer.Becomes(next >= people.Length
            ? await desk.For(turn.Reader, cancellationToken)
            : await cards.Of(people[next], gathering.ReviewersOf(programme, ThoseWaiting.Touched(people[next])), turn.Reader, cancellationToken));
    }

    private async Task<Answer> Person(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var (request, _, refusal) = await waitingDesk.Find(turn, submission, cancellationToken);
        return refusal ?? await waitingDesk.Show(request, turn, cancellationToken);
    }

    private async Task<Answer> Three(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var (request, who, refusal) = await waitingDesk.Find(turn, submission, cancellationToken);
        return refusal ?? (request.State is Proposed proposed
            ? new Answer.Becomes(await three.Of(request, proposed, who, turn.Reader, turn.Now, cancellationToken))
            : await waitingDesk.Show(request, turn, cancellationToken));
    }

    private async Task<Answer> Talk(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var (request, _, refusal) = await waitingDesk.Find(turn, submission, cancellationToken);
        return refusal ?? (request.State is Proposed proposed
            ? new Answer.Becomes(await cards.Talk(request, proposed, turn.Reader, cancellationToken))
            : await waitingDesk.Show(request, turn, cancellationToken));
    }

    private async Task<Answer> Hold(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var (request, who, refusal) = await waitingDesk.Find(turn, submission, cancellationToken);
        if (refusal is not null)
            return refusal;
        var outcome = await requests.Decide(
            request.Person, request.Id, null, scene => Releasing.Hold(scene, turn.Actor.Person, who, programme.Matching), cancellationToken);
        return await After(outcome, turn, cancellationToken);
    }

    /// <summary>Sends those who were looked at. Where they are others meanwhile, it shows how things stand.</summary>
    private async Task<Answer> Send(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var (request, who, refusal) = await waitingDesk.Find(turn, submission, cancellationToken);
        if (refusal is not null)
            return refusal;

        var seen = submission.Ids(ConsoleActions.People);
        var hasChanged = false;
        var searching = await matchmaker.AmongAll(cancellationToken);
        var outcome = await requests.Decide(
            request.Person,
            request.Id,
            null,
            scene =>
            {
                hasChanged = scene.Request is { IsWaiting: true } now && !(now.State is Proposed proposed && proposed.People.Select(one => one.Mentor).SequenceEqual(seen));
                return hasChanged
                    ? scene.AsItIs()
                    : Releasing.Send(scene, turn.Actor.Person, who, searching, programme.Matching, turn.Now);
            },
            cancellationToken);

        var answer = await After(outcome, turn, cancellationToken);
        if (hasChanged && answer is Answer.Becomes { Card: var card })
            card.Body.Insert(0, Card.Text(ConsoleText.Changed));
        return answer;
    }

    private async Task<Answer> Read(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var (request, who, refusal) = await waitingDesk.Find(turn, submission, cancellationToken);
        return refusal is Answer.Says ? refusal
            : refusal is null && request.IsWaiting && request.Form.CoordinatorMayRead && !who.AreInLine ? new Answer.Opens(await forms.Read(request, cancellationToken))
            : new Answer.Says(TurnText.OldCard);
    }

    /// <summary>Once a day at most: the desk; or where one person waits, at once those who were found for them, so that one press sends them.</summary>
    private async Task<NoticeCard?> Today(Notice notice, Reader reader, CancellationToken cancellationToken)
    {
        var (people, gathering) = await waiting.For(reader.Person, cancellationToken);
        return people switch
        {
            [] => null,
            [{ State: Proposed proposed } only] => new(
                await three.Of(only, proposed, gathering.ReviewersOf(programme, ThoseWaiting.Touched(only)), reader, clock.GetCurrentInstant(), cancellationToken), CardLife.Once),
            _ => new(await desk.For(reader, cancellationToken), CardLife.Once),
        };
    }

    private async Task<NoticeCard?> Word(Notice notice, Reader reader, CancellationToken cancellationToken)
    {
        var (by, id) = RequestNotices.AddressIn(notice.Subject);
        if (await requests.Find(by, id, cancellationToken) is not { WordBy: { } date } request)
            return new(Card.Settled(), CardLife.Over);
        var who = await reviewers.Of(ThoseWaiting.Touched(request), cancellationToken);
        return who.Include(reader.Person)
            ? new(await cards.Word(request, date, who, reader, cancellationToken), CardLife.Follows)
            : new(Card.Settled(), CardLife.Over);
    }

    private async Task<Answer> After(RequestOutcome outcome, Turn turn, CancellationToken cancellationToken) => outcome switch
    {
        RequestOutcome.Done done => await waitingDesk.Show(done.Now, turn, cancellationToken),
        RequestOutcome.AsItIs asItIs => await waitingDesk.Show(asItIs.Now, turn, cancellationToken),
        _ => new Answer.Says(TurnText.NotYours),
    };
}
