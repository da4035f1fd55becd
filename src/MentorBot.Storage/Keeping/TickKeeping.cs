using MentorBot.Domain.Keeping;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Outbox;
using NodaTime;

namespace MentorBot.Storage.Keeping;

/// <summary>What two people could keep is reminded of, or comes to its end.</summary>
public sealed class TickKeeping(IKeeping keeping, IClock clock) : IStep
{
    public string Kind => KeepingNotices.Tick;

    public Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var (id, number, _) = SessionNotices.In(subject);
        return keeping.Decide(id, number, (pair, found) => Approving.Tick(pair, found, clock.GetCurrentInstant()), cancellationToken);
    }
}
