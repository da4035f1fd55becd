using MentorBot.Domain.Closing;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Outbox;
using NodaTime;

namespace MentorBot.Storage.Closing;

/// <summary>After their last conversation nobody wished to go on: it is complete.</summary>
public sealed class FinishAfterLast(IRelationships relationships, MentoringProgramme programme, IClock clock) : IStep
{
    public string Kind => ClosingNotices.Finish;

    public Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var (id, by) = ClosingNotices.PersonIn(subject);
        return relationships.Decide(id, found => Relating.Finish(found, by, programme.ErasureDays, clock.GetCurrentInstant()), cancellationToken);
    }
}
