using MentorBot.Domain.Evaluations;
using MentorBot.Storage.Outbox;

namespace MentorBot.Storage.Evaluations;

/// <summary>In the morning: what enough people sent is shown, five at a time; then what is past its time goes. Cut short anywhere, it goes on where it was.</summary>
public sealed class ShowInTheMorning(EvaluationRows rows) : IStep
{
    public string Kind => EvaluationNotices.Morning;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        while (await rows.Release(cancellationToken))
        {
            // Five more may wait.
        }

        await rows.Clear(cancellationToken);
    }
}
