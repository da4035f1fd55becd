using System.Collections.Frozen;
using MentorBot.Domain;
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

    /// <summary>So many are counted of an outage, however long it is: it is tried again every half hour or so, and has chances left when it is over.</summary>
    private const int MostOfAnOutage = 6;

    private static readonly Duration FirstWait = Duration.FromSeconds(30);
    private static readonly Duration LongestWait = Duration.FromHours(6);

    private readonly FrozenDictionary<string, IStep> steps = steps.ToFrozenDictionary(step => step.Kind, StringComparer.Ordinal);

    /// <summary>Carries out what can be carried out now.</summary>
    public async Task<Round> Deliver(Partition partition, CancellationToken cancellationToken)
    {
        var round = Round.Nothing;
        foreach (var row in await store.Prefix(partition, OutboxRows.Prefix, cancellationToken))
        {
            // What waits for its time has a pointer of its own to that time.
            if (MayGo(row))
                round += await DeliverOne(partition, row.Key, cancellationToken);
        }

        return round;
    }

    private async Task<Round> DeliverOne(Partition partition, string key, CancellationToken cancellationToken)
    {
        if (!await Claim(partition, key, cancellationToken))
            return Round.Waits;

        // Read after the claim: what was there before it may have been carried out by another worker in between.
        var claimed = await Read(partition, key, cancellationToken);
        if (claimed is not { Outbox: { } row, Sending: { } sending } || !MayGo(row))
        {
            await Release(partition, key, claimed.Sending, cancellationToken);
            return Round.Waits;
        }

        var delivery = await CarryOut(partition, row, claimed.Card, cancellationToken);
        return (await Record(partition, row, sending, delivery, cancellationToken), delivery) switch
        {
            (false, _) => Round.Waits,
            (_, Delivery.TryAgain) => Round.Nothing,
            _ => Round.Worked,
        };
    }

    private async Task<bool> Claim(Partition partition, string key, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var (isOurs, inDoubt) = await decisions.Run(
            partition,
            token => Read(partition, key, token),
            (rows, _) =>
            {
                if (rows.Outbox is null || !MayGo(rows.Outbox) || rows.Sending?.Moment("until") > now)
                    return ValueTask.FromResult(Plan.Nothing<(bool, string?)>((false, null)));

                // A step may be carried out as often as one likes; only what somebody sees can be there twice.
                var kind = rows.Outbox.TextIfAny("whom") is null ? null : rows.Outbox.Text("kind");
                var sending = new PropertyBag { { "occasion", rows.Outbox.Text("occasion") }, { "until", now + Lease } }.Properties;
                return ValueTask.FromResult(rows.Sending is { } left
                    ? Plan.Of<(bool, string?)>((true, kind), new Write.Replace(left.Key, left.ETag, sending))
                    : Plan.Of<(bool, string?)>((true, null), new Write.Insert(OutboxRows.SendingKey(key), sending)));
            },
            cancellationToken);

        if (inDoubt is not null)
            counts.InDoubt(inDoubt);
        return isOurs;
    }

    /// <summary>Gives back a claim that turned out to be for nothing.</summary>
    private Task<bool> Release(Partition partition, string key, Row? claim, CancellationToken cancellationToken) => decisions.Run(
        partition,
        token => Read(partition, key, token),
        (rows, _) => ValueTask.FromResult(
            rows.Sending is { } sending && sending.ETag == claim?.ETag ? Plan.Of(true, new Write.Delete(sending.Key, sending.ETag)) : Plan.Nothing(false)),
        cancellationToken);

    private async Task<Delivery> CarryOut(Partition partition, Row row, Row? card, CancellationToken cancellationToken)
    {
        var kind = row.Text("kind");
        try
        {
            if (row.TextIfAny("whom") is not null)
                return await notices.Deliver(OutboxRows.Notice(row, partition, card), cancellationToken);

            await steps[kind].Run(PartitionOf.Home(partition), row.Text("subject"), cancellationToken);
            return new Delivery.Finished();
        }
        catch (Exception problem) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(logger, problem, kind, partition.Table, row.Number("attempts") + 1);
            return new Delivery.TryAgain(null, InDoubt: false) { IsOutage = problem is OutageException };
        }
    }

    /// <returns>False when somebody else took it over meanwhile, and goes on with it.</returns>
    private async Task<bool> Record(Partition partition, Row carriedOut, Row claim, Delivery delivery, CancellationToken cancellationToken)
    {
        var kind = carriedOut.Text("kind");
        var now = clock.GetCurrentInstant();
        var notBefore = now + Wait(carriedOut.Number("attempts"), delivery);
        var isOutage = delivery is Delivery.TryAgain { IsOutage: true };
        var attempts = isOutage ? Math.Min(carriedOut.Number("attempts") + 1, MostOfAnOutage) : carriedOut.Number("attempts") + 1;
        var parked = delivery is Delivery.TryAgain && !isOutage && attempts >= MostAttempts && !(steps.TryGetValue(kind, out var step) && step.IsNeverGivenUp);

        var recorded = await decisions.Run(
            partition,
            token => Read(partition, carriedOut.Key, token),
            (rows, _) =>
            {
                // Somebody took it over because it took too long: trying again is up to them.
                var isOurs = rows.Sending?.ETag == claim.ETag;
                if (!isOurs && delivery is Delivery.TryAgain)
                    return ValueTask.FromResult(Plan.Nothing(false));

                var writes = new List<Write>();
                if (isOurs)
                    writes.Add(new Write.Delete(claim.Key, claim.ETag));
                if (delivery is Delivery.Shown shown)
                    writes.Add(new Write.Upsert(OutboxRows.CardKey(carriedOut.Key), new PropertyBag { { "activity", shown.Card }, { "occasion", carriedOut.Text("occasion") } }.Properties));
                if (delivery is Delivery.Finished or Delivery.Unreachable && rows.Card is { } card)
                    writes.Add(new Write.Delete(card.Key, card.ETag));

                // A newer occasion may have taken the row's place meanwhile; that one still has to go out.
                if (rows.Outbox is { } row && row.ETag == carriedOut.ETag)
                    writes.Add(delivery is Delivery.TryAgain ? OutboxRows.Tried(row, attempts, notBefore, parked) : new Write.Delete(row.Key, row.ETag));
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

        if (delivery is Delivery.Unreachable)
            counts.Unreachable(kind);
        return recorded;
    }

    private bool MayGo(Row row) => !row.Is("parked") && !(row.MomentIfAny("notBefore") > clock.GetCurrentInstant());

    private static Duration Wait(int attempts, Delivery delivery)
    {
        var wait = Duration.Min(FirstWait * Math.Pow(2, attempts), LongestWait);
        return delivery is Delivery.TryAgain { After: { } after } ? Duration.Min(Duration.Max(wait, after), LongestWait) : wait;
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
}
