using MentorBot.Storage.Rows;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>What the bots of one town did, one after the other: their commits, their sends, and which of them died.</summary>
internal sealed class Journal(CrashPoint? dies = null)
{
    private readonly Lock gate = new();
    private readonly List<CommitEntry> commits = [];
    private readonly List<SendEntry> sends = [];
    private readonly HashSet<Partition> partitions = [];
    private bool isNextAlike;

    public IReadOnlyList<CommitEntry> Commits => commits;

    public IReadOnlyList<SendEntry> Sends => sends;

    /// <summary>How many of them came before the story begins that is looked at.</summary>
    public int CommitsBefore { get; set; }

    /// <summary>Every partition that was written to.</summary>
    public IReadOnlyCollection<Partition> Partitions => partitions;

    /// <summary>The kinds of step that the bot knows.</summary>
    public IReadOnlySet<string> Steps { get; set; } = new HashSet<string>();

    /// <summary>How many bots were started so far.</summary>
    public int Lives { get; set; }

    /// <summary>Sends in doubt that earlier bots counted.</summary>
    public long Doubts { get; set; }

    /// <summary>How many sends somebody was at when a bot died there: claimed, and not yet recorded.</summary>
    public int ClaimedAt(CrashPoint point) =>
        Commits.Take(point.Moment == CrashMoment.After ? point.Commit : point.Commit - 1).Sum(commit => (commit.ClaimsSend ? 1 : 0) - (commit.RecordsSend ? 1 : 0));

    /// <summary>Writes a commit down, and says on which side of it the bot dies, if it does.</summary>
    public CrashMoment? Enter(Partition partition, IReadOnlyList<Write> writes)
    {
        lock (gate)
        {
            partitions.Add(partition);
            var commit = new CommitEntry(partition.Table, [.. writes.Select(CommitEntry.KindOf).Distinct().Order(StringComparer.Ordinal)], Steps, isNextAlike);
            commits.Add(commit);

            // What was claimed is done next, in a calendar or a chat, say.
            isNextAlike = !commit.Claims;
            return commits.Count == dies?.Commit ? dies.Moment : null;
        }
    }

    public void Enter(SendEntry send)
    {
        lock (gate)
        {
            sends.Add(send);
            isNextAlike = false;
        }
    }

    /// <summary>Somebody wrote to the bot or had its answer, or time passed: from here on it would be something else to die.</summary>
    public void Turns()
    {
        lock (gate)
            isNextAlike = false;
    }
}
