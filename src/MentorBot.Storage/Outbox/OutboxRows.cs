using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Notices;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Storage.Outbox;

/// <summary>
/// The rows around a consequence, in the partition that decided it. All three share one name, made of kind, subject and
/// whom, so that a newer occasion takes the place of an older one that has not gone out yet:
/// outbox-{name}: it is to be carried out · sending-{name}: somebody is at it, until a time · card-{name}: where the card is.
/// </summary>
public static class OutboxRows
{
    public const string Prefix = "outbox-";

    private const string Sending = "sending-";

    public static Write Write(Consequence consequence)
    {
        var whom = (consequence as Consequence.Tell)?.Whom;
        return new Write.Upsert(
            $"{Prefix}{consequence.Kind}|{KeyText.Of(consequence.Subject)}|{KeyText.Of(whom?.Value ?? "")}",
            new PropertyBag
            {
                { "kind", consequence.Kind },
                { "subject", consequence.Subject },
                { "occasion", consequence.Occasion },
                { "whom", whom?.Value },
                { "attempts", 0 },
                { "notBefore", consequence.At },
            }.Properties);
    }

    /// <summary>When a worker should look at the partition because of them.</summary>
    public static ImmutableArray<Instant> LookAt(ImmutableArray<Consequence> consequences, Instant now) =>
        [.. consequences.Select(consequence => consequence.At ?? now).Distinct()];

    public static Write Tried(Row row, int attempts, Instant notBefore, bool parked) => new Write.Replace(
        row.Key,
        row.ETag,
        new PropertyBag
        {
            { "kind", row.Text("kind") },
            { "subject", row.Text("subject") },
            { "occasion", row.Text("occasion") },
            { "whom", row.TextIfAny("whom") },
            { "attempts", attempts },
            { "notBefore", notBefore },
            { "parked", parked },
        }.Properties);

    public static string SendingKey(string outboxKey) => Sending + outboxKey[Prefix.Length..];

    /// <summary>Somebody is carrying something out: the row by which they have claimed it.</summary>
    public static bool IsSending(Row row) => row.Key.StartsWith(Sending, StringComparison.Ordinal);

    public static bool IsOnItsWay(Row row) => row.Key.StartsWith(Prefix, StringComparison.Ordinal) || IsSending(row);

    public static string CardKey(string outboxKey) => "card-" + outboxKey[Prefix.Length..];

    public static Notice Notice(Row row, Partition partition, Row? card) => new(
        row.Text("kind"), PartitionOf.Home(partition), row.Text("subject"), row.Text("occasion"), new PersonId(row.Text("whom")), card?.Text("activity"));
}
