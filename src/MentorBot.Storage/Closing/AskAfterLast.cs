using MentorBot.Domain.Agreements;
using MentorBot.Domain.Closing;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Outbox;
using NodaTime;

namespace MentorBot.Storage.Closing;

/// <summary>They held the last one: it is complete, unless somebody would rather go on.</summary>
public sealed class AskAfterLast(IClosings closings, IMeetings meetings, IAgreements agreements, IClock clock) : IStep
{
    public string Kind => ClosingNotices.LastHeld;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var (id, by) = ClosingNotices.PersonIn(subject);
        if (await meetings.Find(id, cancellationToken) is not { } together)
            return;
        var agreed = await agreements.LookAgainOf(together.Pair, cancellationToken);
        await closings.Decide(id, (pair, now) => LookingAgain.LastHeld(pair, now, by, together.Meetings.Held, agreed, clock.GetCurrentInstant()), cancellationToken);
    }
}
