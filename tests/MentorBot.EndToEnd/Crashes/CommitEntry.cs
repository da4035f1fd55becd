using System.Collections.Immutable;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Rows;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>One transaction.</summary>
/// <param name="Kinds">What it does to which rows: "Insert offer", "Delete outbox-offers.review".</param>
internal sealed record CommitEntry(Table Table, ImmutableArray<string> Kinds)
{
    private static readonly string[] Deliveries = ["outbox", "sending", "card"];

    private static readonly string[] Steps =
    [
        OfferNotices.List, RequestNotices.Open, RequestNotices.Rest, RelationshipNotices.Free, RelationshipNotices.StopMeetings, SessionNotices.Tick, SchedulingNotices.Follow,
    ];

    /// <summary>A worker writes that it is at a send.</summary>
    public bool ClaimsSend => Kinds.Any(kind => (kind.StartsWith("Insert sending-", StringComparison.Ordinal) || kind.StartsWith("Replace sending-", StringComparison.Ordinal)) && !IsStep(kind));

    /// <summary>A worker writes how a send ended.</summary>
    public bool RecordsSend => Kinds.Any(kind => kind.StartsWith("Delete sending-", StringComparison.Ordinal) && !IsStep(kind));

    public static string KindOf(Write write)
    {
        var row = write.Key.Split('-')[0];
        var what = Deliveries.Contains(row) ? write.Key.Split('|')[0] : row.All(char.IsAsciiDigit) ? "pointer" : row;
        return $"{write.GetType().Name} {what}";
    }

    /// <summary>What is carried out in rows alone, and may be carried out twice.</summary>
    private static bool IsStep(string kind) => Steps.Any(step => kind.EndsWith("-" + step, StringComparison.Ordinal));
}

/// <summary>A send of the bot to the connector.</summary>
/// <param name="IsPost">A new card or message, rather than one that is replaced.</param>
/// <param name="IsInTurn">In answer to somebody, rather than out of the outbox.</param>
internal sealed record SendEntry(bool IsPost, bool IsInTurn);
