using MentorBot.Domain.Programme;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Sessions;

/// <summary>How many conversations there were in a month is shown no more, and forgotten.</summary>
public sealed class ForgetCounts(RecordRows records, MentoringProgramme programme) : IStep
{
    public string Kind => SessionNotices.ForgetCounts;

    public Task Run(string home, string subject, CancellationToken cancellationToken) =>
        records.Erase(PartitionOf.Going(programme.Tenant), HeldRows.All(subject), cancellationToken);
}
