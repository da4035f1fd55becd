using MentorBot.Domain.Keeping;
using MentorBot.Storage.Outbox;
using NodaTime;

namespace MentorBot.Storage.Keeping;

/// <summary>The morning after a conversation: whether there is anything to keep.</summary>
public sealed class BeginKeeping(IKeeping keeping, IClock clock) : IStep
{
    public string Kind => KeepingNotices.Offer;

    public Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var (id, number, _) = KeepingNotices.In(subject);
        return keeping.Decide(id, number, (pair, found) => Drafting.Begin(pair, found, number, clock.GetCurrentInstant()), cancellationToken);
    }
}
