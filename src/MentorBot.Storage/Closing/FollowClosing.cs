using MentorBot.Domain.Closing;
using MentorBot.Storage.Outbox;

namespace MentorBot.Storage.Closing;

/// <summary>The relationship paused or ended: what they were asked is settled.</summary>
public sealed class FollowClosing(IClosings closings) : IStep
{
    public string Kind => ClosingNotices.Follow;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        while (await closings.Decide(new(home), Passing.Follow, cancellationToken) is ClosingOutcome.Done)
        {
            // One thing at a time.
        }
    }
}
