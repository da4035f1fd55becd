using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Pulses;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Console;
using MentorBot.Flows.Turns;
using NodaTime;

namespace MentorBot.Flows.Pulses;

/// <summary>A coordinator plans a check-in, has it looked at, sends it out, stops it. They never hear how many are missing, nor who.</summary>
public sealed class LaunchHandler(IPulses pulses, IStandingGroups standing, MentoringProgramme programme, INewIds ids) : IFlow
{
    private static readonly Period OpenFor = Period.FromWeeks(2);

    public void Map(Routes routes)
    {
        routes.Type(Word.Of(() => LaunchText.Word, () => LaunchText.Help, CheckIns) with { ForCoordinators = true });
        routes.Press(PulseActions.CheckIns, Coordinators.Only(programme, (turn, _, token) => CheckIns(turn, token)));
        routes.Press(PulseActions.EndRow, Coordinators.Only(programme, EndRow));
        routes.Form(PulseActions.LaunchForm, Coordinators.Only(programme, (turn, _, token) => New(turn, token)));
        routes.Form(PulseActions.StopForm, Coordinators.Only(programme, AskToStop));
        routes.Submit(PulseActions.Check, Coordinators.Only(programme, Check));
        routes.Submit(PulseActions.ChangePlan, Coordinators.Only(programme, (turn, submission, token) => Again(turn, submission, null, token)));
        routes.Submit(PulseActions.Launch, Coordinators.Only(programme, Launch));
        routes.Submit(PulseActions.Stop, Coordinators.Only(programme, Stop));
    }

    private async Task<Answer> CheckIns(Turn turn, CancellationToken cancellationToken) => new Answer.Posts(await Card(turn, cancellationToken));

    /// <summary>Where the next one has gone out meanwhile, the card shows that, and how it can be stopped.</summary>
    private async Task<Answer> EndRow(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (await Find(submission, cancellationToken) is not { } pulse)
            return new Answer.Says(TurnText.OldCard);
        if ((await pulses.ToRepeat(cancellationToken)).Any(one => one.Id == pulse.Id))
            await pulses.EndRow(pulse.Id, cancellationToken);
        return new Answer.Becomes(await Card(turn, cancellationToken));
    }

    private async Task<AdaptiveCard> Card(Turn turn, CancellationToken cancellationToken) => LaunchForms.CheckIns(
        [.. (await pulses.All(cancellationToken)).Where(one => one.Takes(turn.Now))], await pulses.ToRepeat(cancellationToken), await standing.All(cancellationToken), turn.Reader, turn.Now);

    private async Task<Answer> New(Turn turn, CancellationToken cancellationToken)
    {
        var (next, day) = (await NextInTurn(cancellationToken), turn.Today.Plus(OpenFor));
        return new Answer.Opens(LaunchForms.New(new(next, null, day, null), day, next, await standing.All(cancellationToken), turn.Today, wrong: null));
    }

    private async Task<Answer> Check(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var groups = await standing.All(cancellationToken);
        var (plan, day) = LaunchForms.Read(submission, await NextInTurn(cancellationToken), groups);
        if (day is null)
            return await Again(turn, submission, LaunchText.ChooseADay, cancellationToken);
        if (!LaunchForms.KnowsGroup(submission, groups))
            return await Again(turn, submission, LaunchText.GroupChanged, cancellationToken);
        return await pulses.Check(plan, cancellationToken) switch
        {
            LaunchOutcome.Ready ready => new Answer.Opens(LaunchForms.Ready(new(ids.Next()), plan, ready.Audience, groups, turn.Reader, turn.Today)),
            LaunchOutcome.Refused refused => await Again(turn, submission, LaunchForms.Words(refused.Why, plan, programme, turn.Reader, turn.Today), cancellationToken),
            _ => new Answer.Says(TurnText.OldCard),
        };
    }

    private async Task<Answer> Launch(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var (id, audience) = (submission.Id(PulseActions.Pulse), submission.Id(PulseActions.Audience));
        var groups = await standing.All(cancellationToken);
        var (plan, day) = LaunchForms.Read(submission, PulseForm.All, groups);
        if (id.Length == 0 || audience.Length == 0 || day is null || !LaunchForms.KnowsRest(submission))
            return new Answer.Says(TurnText.OldCard);
        if (!LaunchForms.KnowsGroup(submission, groups))
            return await Again(turn, submission, LaunchText.GroupChanged, cancellationToken);
        return await pulses.Launch(new(id), plan, turn.Actor.Person, audience, cancellationToken) switch
        {
            LaunchOutcome.Launched launched => new Answer.Says(LaunchText.OnItsWay.With(turn.Reader.Day(launched.Now.ResultAt))),
            LaunchOutcome.Refused refused => await Again(turn, submission, LaunchForms.Words(refused.Why, plan, programme, turn.Reader, turn.Today), cancellationToken),
            _ => new Answer.Says(TurnText.OldCard),
        };
    }

    private async Task<Answer> AskToStop(Turn turn, Submission submission, CancellationToken cancellationToken) => await Find(submission, cancellationToken) switch
    {
        { Stage: PulseStage.Stopped } => new Answer.Says(LaunchText.Stopped),
        { } pulse when pulse.Takes(turn.Now) => new Answer.Opens(LaunchForms.Stop(pulse)),
        _ => new Answer.Says(TurnText.OldCard),
    };

    private async Task<Answer> Stop(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (await Find(submission, cancellationToken) is not { } pulse)
            return new Answer.Says(TurnText.OldCard);
        var isStopped = pulse.Stage == PulseStage.Stopped || await pulses.Stop(pulse.Id, cancellationToken) is not null;
        return new Answer.Says(isStopped ? LaunchText.Stopped : TurnText.OldCard);
    }

    /// <summary>The form with what was chosen.</summary>
    private async Task<Answer> Again(Turn turn, Submission submission, string? wrong, CancellationToken cancellationToken)
    {
        var (next, groups) = (await NextInTurn(cancellationToken), await standing.All(cancellationToken));
        var (plan, day) = LaunchForms.Read(submission, next, groups);
        return new Answer.Opens(LaunchForms.New(plan, day, plan.Form == PulseForm.All ? next : plan.Form, groups, turn.Today, wrong));
    }

    private async Task<Pulse?> Find(Submission submission, CancellationToken cancellationToken) =>
        submission.Id(PulseActions.Pulse) is { Length: > 0 } id ? await pulses.Find(new(id), cancellationToken) : null;

    /// <summary>A, B and C one after the other, so that the statements of the index all have their turn.</summary>
    private async Task<PulseForm> NextInTurn(CancellationToken cancellationToken) =>
        (await pulses.All(cancellationToken)).FirstOrDefault(one => one.Plan.Form != PulseForm.All)?.Plan.Form switch
        {
            PulseForm.A => PulseForm.B,
            PulseForm.B => PulseForm.C,
            _ => PulseForm.A,
        };
}
