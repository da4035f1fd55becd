using MentorBot.Domain.Keeping;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Outbox;
using NodaTime;

namespace MentorBot.Storage.Keeping;

/// <summary>The morning after a conversation: whether there is anything to keep. Where it was moved meanwhile, or goes on, this comes another morning.</summary>
public sealed class BeginKeeping(IKeeping keeping, IMeetings meetings, IClock clock) : IStep
{
    public string Kind => KeepingNotices.Offer;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var (id, number, _) = SessionNotices.In(subject);
        if (await meetings.Decide(id, together => Conducting.KeepLater(together, number, clock.GetCurrentInstant()), cancellationToken) is MeetingsOutcome.Done)
            return;
        await keeping.Decide(id, number, (pair, found) => Drafting.Begin(pair, found, number, clock.GetCurrentInstant()), cancellationToken);
    }
}
