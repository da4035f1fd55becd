using MentorBot.Domain.Relationships;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Outbox;
using NodaTime;

namespace MentorBot.Storage.Scheduling;

/// <summary>After a quiet time both have times to choose from again.</summary>
public sealed class OfferTimes(IMeetings meetings, IClock clock) : IStep
{
    public string Kind => RelationshipNotices.OfferTimes;

    public Task Run(string home, string subject, CancellationToken cancellationToken) =>
        meetings.Decide(new(home), together => Offering.AfterQuiet(together, clock.GetCurrentInstant()), cancellationToken);
}
