using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Pulses;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Console;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Pulses;

/// <summary>The result reaches everyone who was invited, and the coordinators, at the same moment; nobody sees it before.</summary>
public sealed class ResultHandler(IPulses pulses, IRelationships relationships, ResultCards cards, MentoringProgramme programme) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Notice(PulseNotices.Result, Result);
        routes.Form(PulseActions.NotShown, (turn, submission, token) => WithFigures(turn, submission, (_, _) => ResultCards.NotShown(), token));
        routes.Form(PulseActions.Table, (turn, submission, token) => WithFigures(
            turn, submission, (pulse, figures) => ResultCards.Table(pulse, figures, programme.IsLookedAfterBy(turn.Actor.Person), turn.Reader), token));
        routes.Submit(PulseActions.File, Coordinators.Only(programme, (turn, submission, token) => WithFigures(turn, submission, (_, figures) => ResultCards.File(figures), token)));
    }

    private async Task<NoticeCard?> Result(Notice notice, Reader reader, CancellationToken cancellationToken) =>
        await pulses.Find(new(notice.Subject), cancellationToken) is { Stage: PulseStage.Closed } pulse
            ? new(await cards.Result(pulse, await pulses.All(cancellationToken), reader, cancellationToken), CardLife.Once)
            : null;

    /// <summary>Who was invited is known to nobody any more: whoever talks with somebody, or did, may have been.</summary>
    private async Task<Answer> WithFigures(Turn turn, Submission submission, Func<Pulse, ShownFigures, Form> form, CancellationToken cancellationToken)
    {
        var me = turn.Actor.Person;
        if (!programme.IsLookedAfterBy(me) && (await relationships.Of(me, cancellationToken)).IsEmpty)
            return new Answer.Says(TurnText.NotYours);
        return submission.Id(PulseActions.Pulse) is { Length: > 0 } id
            && await pulses.Find(new(id), cancellationToken) is { Stage: PulseStage.Closed, Figures: { } figures } pulse
            && pulse.ResultAt <= turn.Now
                ? new Answer.Opens(form(pulse, figures))
                : new Answer.Says(TurnText.OldCard);
    }
}
