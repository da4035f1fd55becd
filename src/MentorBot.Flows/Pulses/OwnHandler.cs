using System.Collections.Immutable;
using MentorBot.Domain.Directory;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Pulses;
using MentorBot.Flows.Sessions;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Pulses;

/// <summary>Somebody reads what they answered, or erases it. It is looked for among their own only, whatever a card says.</summary>
public sealed class OwnHandler(IPulses pulses, IDirectory directory, IOpenings openings) : IFlow
{
    /// <summary>The newest: more would not fit into a form.</summary>
    private const int MostListed = 6;

    public void Map(Routes routes)
    {
        routes.Form(PulseActions.Own, All);
        routes.Submit(PulseActions.OwnNext, All);
        routes.Submit(PulseActions.Statements, Statements);
        routes.Submit(PulseActions.EraseNext, async (turn, submission, token) =>
            await Find(turn, submission, token) is { } own ? new Answer.Opens(OwnForms.Erase(own)) : new Answer.Says(OwnAnswersText.Nothing));
        routes.Submit(PulseActions.Erase, Erase);
    }

    private async Task<Answer> All(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        var all = (await pulses.Own(turn.Actor.Person, cancellationToken)).Take(MostListed).ToImmutableArray();
        if (all.IsEmpty)
            return new Answer.Says(OwnAnswersText.Nothing);
        await openings.Note(turn.Actor.Person, Opened.CheckIn, turn.Today, cancellationToken);
        var named = new List<(OwnAnswers, string)>();
        foreach (var own in all)
            named.Add((own, await directory.NameOf(own.Other, cancellationToken)));
        return new Answer.Opens(OwnForms.All(named, turn.Reader));
    }

    private async Task<Answer> Statements(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (await Find(turn, submission, cancellationToken) is not { } own)
            return new Answer.Says(OwnAnswersText.Nothing);
        await openings.Note(turn.Actor.Person, Opened.CheckIn, turn.Today, cancellationToken);
        return new Answer.Opens(OwnForms.Statements(own, await directory.NameOf(own.Other, cancellationToken), turn.Reader));
    }

    private async Task<Answer> Erase(Turn turn, Submission submission, CancellationToken cancellationToken)
    {
        if (await Find(turn, submission, cancellationToken) is { } own)
            await pulses.EraseOwn(turn.Actor.Person, own.Pulse, own.About, cancellationToken);
        return new Answer.Says(OwnAnswersText.Erased);
    }

    private async Task<OwnAnswers?> Find(Turn turn, Submission submission, CancellationToken cancellationToken) =>
        BetweenTwo.IdIn(submission) is { } about && submission.Id(PulseActions.Pulse) is { Length: > 0 } id
            ? (await pulses.Own(turn.Actor.Person, cancellationToken)).FirstOrDefault(own => own.Pulse.Value == id && own.About == about)
            : null;
}
