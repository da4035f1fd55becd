using MentorBot.Domain.Sessions;
using MentorBot.Storage.Outbox;
using NodaTime;

namespace MentorBot.Storage.Sessions;

/// <summary>Does what is due by now between two people: a card before a conversation, one left open overnight, times that nobody chose.</summary>
public sealed class TickMeetings(IMeetings meetings, IClock clock) : IStep
{
    public string Kind => SessionNotices.Tick;

    public Task Run(string home, string subject, CancellationToken cancellationToken) =>
        meetings.Decide(new(home), together => Passing.Tick(together, clock.GetCurrentInstant()), cancellationToken);
}
