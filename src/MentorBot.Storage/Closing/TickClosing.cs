using MentorBot.Domain.Closing;
using MentorBot.Storage.Outbox;
using NodaTime;

namespace MentorBot.Storage.Closing;

/// <summary>Nobody answered by the date on the card.</summary>
public sealed class TickClosing(IClosings closings, IClock clock) : IStep
{
    public string Kind => ClosingNotices.Tick;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        while (await closings.Decide(new(home), (pair, now) => Passing.Tick(pair, now, clock.GetCurrentInstant()), cancellationToken) is ClosingOutcome.Done)
        {
            // One thing at a time.
        }
    }
}
