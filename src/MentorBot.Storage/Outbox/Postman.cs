using System.Collections.Frozen;
using MentorBot.Domain.Notices;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace MentorBot.Storage.Outbox;

/// <summary>
/// Carries out the consequences that wait in a partition. Before each send it writes that it is at it, and afterwards that it
/// is done: what another worker is at is left alone, and only a send whose end nobody knows may happen twice; that is counted.
/// </summary>
public sealed partial class Postman(
    IRowStore store,
    Decisions decisions,
    INotices notices,
    IEnumerable<IStep> steps,
    DeliveryCounts counts,
    IClock clock,
    ILogger<Postman> logger)
{
    /// <summary>How long a send may take before another worker takes it over.</summary>
    public static readonly Duration Lease = Duration.FromMinutes(2);

    /// <summary>After this many attempts it is left for the operator to look at.</summary>
    public const int MostAttempts = 12;

    private static readonly Duration FirstWait = Duration.FromSeconds(30);
    private static readonly Duration LongestWait = Duration.FromHours(6);

    private readonly FrozenDictionary<string, IStep> steps = steps.ToFrozenDictionary(step => step.Kind, StringComparer.Ordinal);

    /// <summary>Carries out what can be carried out now.</summary>
    public async Task<Round> Deliver(Partition partition, CancellationToken cancellationToken)
    {
        var round = Round.Nothing;
        foreach (var row in await store.Prefix(partition, OutboxRows.Prefix, cancellationToken))
        {
            if (row.Is("parked"))
                continue;
            round += row.MomentIfAny("notBefore") is { } later && later > clock.GetCurrentInstant()
                ? Round.Waits
                : await DeliverOne(partition, row.Key, cancellationToken);
        }

        return round;
    }

    private async Task<Round> DeliverOne(Partition partition, string key, CancellationToken cancellationToken)
    {
        if (await Claim(partition, key, cancellationToken) is not { } claim)
            return Round.Waits;

        var delivery = await CarryOut(partition, claim.Outbox, claim.Card, cancellationToken);
        await Record(partition, claim, delivery, cancellationToken);
        return delivery is Delivery.TryAgain ? Round.Waits : Round.Worked;
    }

    private async Task<Claimed?> Claim(Partition partition, string key, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var claim = await decisions.Run(
            partition,
            token => Read(partition, key, token),
            (rows, _) =>
            {
                if (rows.Outbox is null || rows.Sending?.Moment("until") > now)
                    return ValueTask.FromResult(Plan.Nothing<Claimed?>(null));

                var until = now + Lease;
                var sending = new PropertyBag { { "occasion", rows.Outbox.Text("occasion") }, { "until", until } }.Properties;
                return ValueTask.FromResult(Plan.Of<Claimed?>(
                    new Claimed(rows.Outbox, rows.Card, until, IsTakenOver: rows.Sending is not null),
                    rows.Sending is { } abandoned
                        ? new Write.Replace(abandoned.Key, abandoned.ETag, sending)
                        : new Write.Insert(OutboxRows.SendingKey(key), sending)));
            },
            cancellationToken);

        if (claim is { IsTakenOver: true })
            counts.InDoubt(claim.Outbox.Text("kind"));
        return claim;
    }

    private async Task<Delivery> CarryOut(Partition partition, Row row, Row? card, CancellationToken cancellationToken)
    {
        var kind = row.Text("kind");
        try
        {
            if (row.TextIfAny("whom") is not null)
                return await notices.Deliver(OutboxRows.Notice(row, partition, card), cancellationToken);

            await steps[kind].Run(PartitionOf.Home(partition), cancellationToken);
            return new Delivery.Finished();
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            LogFailed(logger, problem, kind, partition.Table, row.Number("attempts") + 1);
            return new Delivery.TryAgain(null, InDoubt: false);
        }
    }

    private async Task Record(Partition partition, Claimed claim, Delivery delivery, CancellationToken cancellationToken)
    {
        var carriedOut = claim.Outbox;
        var kind = carriedOut.Text("kind");
        var now = clock.GetCurrentInstant();
        var notBefore = now + Wait(carriedOut.Number("attempts"), delivery);
        var parked = delivery is Delivery.TryAgain && carriedOut.Number("attempts") + 1 >= MostAttempts;

        await decisions.Run(
            partition,
            token => Read(partition, carriedOut.Key, token),
            (rows, _) =>
            {
                var writes = new List<Write>();

                // Another worker may have taken it over, when this one took longer than its lease.
                if (rows.Sending is { } sending && sending.Moment("until") == claim.Until)
                    writes.Add(new Write.Delete(sending.Key, sending.ETag));
                if (delivery is Delivery.Shown shown)
                    writes.Add(new Write.Upsert(OutboxRows.CardKey(carriedOut.Key), new PropertyBag { { "activity", shown.Card } }.Properties));
                if (delivery is Delivery.Finished && rows.Card is { } card)
                    writes.Add(new Write.Delete(card.Key, card.ETag));

                // A newer occasion may have taken the row's place meanwhile; that one still has to go out.
                if (rows.Outbox is { } row && row.ETag == carriedOut.ETag)
                    writes.Add(delivery is Delivery.TryAgain ? OutboxRows.TriedOnce(row, notBefore, parked) : new Write.Delete(row.Key, row.ETag));
                return ValueTask.FromResult(new Plan<bool>(true, [.. writes], delivery is Delivery.TryAgain && !parked ? [notBefore] : []));
            },
            cancellationToken);

        if (delivery is Delivery.TryAgain { InDoubt: true })
            counts.InDoubt(kind);
        if (parked)
        {
            counts.Parked(kind);
            LogParked(logger, kind, partition.Table, MostAttempts);
        }
    }

    private static Duration Wait(int attempts, Delivery delivery)
    {
        var wait = Duration.Min(FirstWait * Math.Pow(2, attempts), LongestWait);
        return delivery is Delivery.TryAgain { After: { } after } ? Duration.Max(wait, after) : wait;
    }

    private async Task<Rows> Read(Partition partition, string key, CancellationToken cancellationToken)
    {
        var outbox = store.Get(partition, key, cancellationToken);
        var sending = store.Get(partition, OutboxRows.SendingKey(key), cancellationToken);
        var card = store.Get(partition, OutboxRows.CardKey(key), cancellationToken);
        return new(await outbox, await sending, await card);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Kind} in {Table} did not go through (attempt {Attempt}).")]
    private static partial void LogFailed(ILogger logger, Exception problem, string kind, Table table, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Kind} in {Table} is left for the operator after {Attempts} attempts.")]
    private static partial void LogParked(ILogger logger, string kind, Table table, int attempts);

    private sealed record Rows(Row? Outbox, Row? Sending, Row? Card);

    private sealed record Claimed(Row Outbox, Row? Card, Instant Until, bool IsTakenOver);
}
