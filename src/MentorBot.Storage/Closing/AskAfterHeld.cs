using MentorBot.Domain.Agreements;
using MentorBot.Domain.Closing;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Outbox;
using NodaTime;

namespace MentorBot.Storage.Closing;

/// <summary>They held one more conversation: when it is as many as they had in mind, both are asked how they would like to go on.</summary>
public sealed class AskAfterHeld(IClosings closings, IMeetings meetings, IAgreements agreements, IClock clock) : IStep
{
    public string Kind => ClosingNotices.Held;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        if (await meetings.Find(new(home), cancellationToken) is not { } together)
            return;
        var agreed = await agreements.LookAgainOf(together.Pair, cancellationToken);
        var hasNext = together.Meetings is { Next: not null } or { Session.IsOpen: true };
        await closings.Decide(new(home), (pair, now) => LookingAgain.Held(pair, now, together.Meetings.Held, agreed, hasNext, clock.GetCurrentInstant()), cancellationToken);
    }
}
