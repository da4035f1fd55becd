using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Outbox;
using NodaTime;

namespace MentorBot.Storage.Sessions;

/// <summary>After a relationship has ended: nothing is booked any more, and an open conversation is closed.</summary>
public sealed class StopMeetings(IMeetings meetings, IClock clock) : IStep
{
    public string Kind => RelationshipNotices.StopMeetings;

    public Task Run(string home, string subject, CancellationToken cancellationToken) =>
        meetings.Decide(new(home), together => Conducting.Stop(together, clock.GetCurrentInstant()), cancellationToken);
}
