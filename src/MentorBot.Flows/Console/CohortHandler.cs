using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Matching.Cohorts;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Requests;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;
using NodaTime;

namespace MentorBot.Flows.Console;

/// <summary>
/// Everybody who waits, matched at once: the coordinator looks, may leave people out, then sends. What was looked at is what goes
/// out; every press looks afresh. Cut off in the middle, nothing is lost: whoever was not sent goes out by their own date.
/// </summary>
public sealed class CohortHandler(
    ThoseWaiting waiting, CohortCards cards, DeskCard desk, IRequests requests, MentoringProgramme programme) : IFlow
{
    /// <summary>Each is a decision of its own; more than this would keep whoever pressed waiting.</summary>
    private const int MostAtOnce = 500;

    public void Map(Routes routes)
    {
        routes.Press(ConsoleActions.Everyone, Coordinators.Only(programme, Everyone));
        routes.Form(ConsoleActions.LookThrough, Coordinators.Only(programme, Page));
        routes.Submit(ConsoleActions.Page, Coordinators.Only(programme, Page));
        routes.Form(ConsoleActions.SendAllForm, Coordinators.Only(programme, Ask));
        routes.Submit(ConsoleActions.AskAll, Coordinators.Only(programme, Ask));
        routes.Submit(ConsoleActions.SendAll, Coordinators.Only(programme, SendAll));
    }

    private async Task<Answer> Everyone(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var (cohort, _) = await Look(turn, cancellationToken);
        return new Answer.Posts(cohort.Placed.IsEmpty && cohort.NotPlaced.IsEmpty ? await desk.For(turn.Reader, cancellationToken) : CohortCards.Everyone(cohort));
    }

    private async Task<Answer> Page(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var (cohort, _) = await Look(turn, cancellationToken);
        var leftOut = LeftOutIn(submission, cohort);
        var page = submission.Number(CohortCards.PageField) ?? 0;
        return new Answer.Opens(WasLookedAt(submission, cohort, leftOut)
            ? await cards.Page(cohort, page, leftOut, turn.Reader, cancellationToken)
            : CohortCards.Afresh(cohort, leftOut));
    }

    private async Task<Answer> Ask(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var (cohort, _) = await Look(turn, cancellationToken);
        var leftOut = LeftOutIn(submission, cohort);
        return new Answer.Opens(WasLookedAt(submission, cohort, leftOut) ? CohortCards.Ask(cohort, leftOut) : CohortCards.Afresh(cohort, leftOut));
    }

    private async Task<Answer> SendAll(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var (cohort, gathering) = await Look(turn, cancellationToken);
        var leftOut = LeftOutIn(submission, cohort);
        if (!WasLookedAt(submission, cohort, leftOut))
            return new Answer.Opens(CohortCards.Afresh(cohort, leftOut));

        var going = cohort.Placed.Where(one => !leftOut.Contains(Cohort.MarkOf(one.Request.Id))).ToList();
        var searching = gathering.Searching([], turn.Now);
        var days = new List<LocalDate>();
        foreach (var one in going.Take(MostAtOnce))
            if (await Send(one, turn, gathering, searching, cancellationToken) is { State: RequestState.Choosing choosing } sent)
                days.Add(choosing.By.InZone(sent.Zone).Date);

        return days switch
        {
            [] => new Answer.Opens(CohortCards.Nobody()),
            _ when going.Count > MostAtOnce => new Answer.Says(ConsoleText.SentMore.With(days.Count, turn.Reader.Day(days.Max()))),
            [var day] => new Answer.Says(ConsoleText.SentAllOne.With(turn.Reader.Day(day))),
            _ => new Answer.Says(ConsoleText.SentAllSeveral.With(days.Count, turn.Reader.Day(days.Max()))),
        };
    }

    /// <summary>The request as it is when it went out just now; null when it is not waiting any more, or they cannot be introduced.</summary>
    private async Task<Request?> Send(Placed one, Turn turn, Gathering gathering, Searching searching, CancellationToken cancellationToken)
    {
        var who = gathering.ReviewersOf(programme, [one.Request.Person, one.Proposal.Mentor]);
        var outcome = await requests.Decide(
            one.Request.Person,
            one.Request.Id,
            null,
            scene => Releasing.SendOne(scene, one.Proposal.Mentor, turn.Actor.Person, who, searching, programme.Matching, turn.Now),
            cancellationToken);
        return (outcome as RequestOutcome.Done)?.Now;
    }

    /// <summary>For those whom this person may look at; nobody is proposed who touches them.</summary>
    private async Task<(Cohort Cohort, Gathering Gathering)> Look(Turn turn, CancellationToken cancellationToken)
    {
        var (people, gathering) = await waiting.For(turn.Actor.Person, cancellationToken);
        return (Cohort.Of(people, gathering, MayPropose, turn.Now, cancellationToken), gathering);

        bool MayPropose(PersonId mentor) => gathering.ReviewersOf(programme, [mentor]).Include(turn.Actor.Person);
    }

    private static bool WasLookedAt(Submission submission, Cohort cohort, ImmutableArray<string> leftOut) =>
        submission.Id(CohortCards.Looked) == cohort.FingerprintWithout(leftOut);

    private static ImmutableArray<string> LeftOutIn(Submission submission, Cohort cohort) =>
        [.. submission.Several(CohortCards.LeftOut, cohort.Placed.Select(one => Cohort.MarkOf(one.Request.Id))).Take(CohortCards.MostLeftOut)];
}
