using MentorBot.Domain;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Relationships;

/// <summary>A day after a relationship was erased: what one of the two kept for themselves about it at that very moment goes, too.</summary>
public sealed class SweepAfterErasure(RecordRows records, MentoringProgramme programme) : IStep
{
    public string Kind => RelationshipNotices.Sweep;

    public Task Run(string home, string subject, CancellationToken cancellationToken) =>
        records.Erase(PartitionOf.Person(programme.Tenant, new PersonId(home)), OfOne.Prefix(new(subject)), cancellationToken);
}
