using System.Collections.Immutable;
using MentorBot.Storage.Rows;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>One transaction.</summary>
/// <param name="Kinds">What it does to which rows: "Insert offer", "Delete outbox-offers.review".</param>
/// <param name="Steps">The kinds of what is carried out in rows alone, and may be carried out twice.</param>
/// <param name="FollowsAnother">Nothing that outlives the bot happened since the commit before it: to die before this one is to die after that one.</param>
internal sealed record CommitEntry(Table Table, ImmutableArray<string> Kinds, IReadOnlySet<string> Steps, bool FollowsAnother)
{
    private static readonly string[] Deliveries = ["outbox", "sending", "card"];

    /// <summary>A worker writes that it is at something, be it a send or a step.</summary>
    public bool Claims => Claimed.Any();

    /// <summary>A worker writes that it is at a send.</summary>
    public bool ClaimsSend => Claimed.Any(kind => !Steps.Contains(kind));

    /// <summary>A worker writes how a send ended.</summary>
    public bool RecordsSend => Ending("Delete sending-").Any(kind => !Steps.Contains(kind));

    /// <summary>The steps that a worker writes are done.</summary>
    public IEnumerable<string> StepsDone => Ending("Delete sending-").Where(kind => Steps.Contains(kind) && Kinds.Contains("Delete outbox-" + kind));

    public static string KindOf(Write write)
    {
        var row = write.Key.Split('-')[0];
        var what = Deliveries.Contains(row) ? write.Key.Split('|')[0] : row.All(char.IsAsciiDigit) ? "pointer" : row;
        return $"{write.GetType().Name} {what}";
    }

    private IEnumerable<string> Claimed => Ending("Insert sending-").Concat(Ending("Replace sending-"));

    private IEnumerable<string> Ending(string start) => Kinds.Where(kind => kind.StartsWith(start, StringComparison.Ordinal)).Select(kind => kind[start.Length..]);
}

/// <summary>A send of the bot to the connector.</summary>
/// <param name="IsPost">A new card or message, rather than one that is replaced.</param>
/// <param name="IsInTurn">In answer to somebody, rather than out of the outbox.</param>
internal sealed record SendEntry(bool IsPost, bool IsInTurn);
