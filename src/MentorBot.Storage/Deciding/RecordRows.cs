using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Storage.Deciding;

/// <summary>
/// Records that are one row each. What a decision leads to is written with it, also what is to happen later (a consequence with a
/// time): so nothing else has to look for what is due.
/// </summary>
public sealed class RecordRows(IRowStore store, Decisions decisions, IClock clock)
{
    public async Task<T?> Find<T>(Partition partition, string key, IRecordCodec<T> codec, CancellationToken cancellationToken)
        where T : class => await Decode(partition, await store.Get(partition, key, cancellationToken), codec, cancellationToken);

    /// <summary>All whose keys begin with the prefix, in the order of their keys.</summary>
    public async Task<ImmutableArray<T>> All<T>(Partition partition, string prefix, IRecordCodec<T> codec, CancellationToken cancellationToken)
        where T : class
    {
        var records = ImmutableArray.CreateBuilder<T>();
        foreach (var row in await store.Prefix(partition, prefix, cancellationToken))
            records.Add(await codec.Decode(partition, row, cancellationToken));
        return records.ToImmutable();
    }

    /// <summary>The keys that begin with the prefix, in their order. Opens nothing.</summary>
    public async Task<ImmutableArray<string>> Keys(Partition partition, string prefix, CancellationToken cancellationToken) =>
        [.. (await store.Prefix(partition, prefix, cancellationToken)).Select(row => row.Key)];

    /// <summary>Decides on one record; null as its next state removes it.</summary>
    public Task<TOutcome> Decide<T, TOutcome>(
        Partition partition, string key, IRecordCodec<T> codec, Func<T?, Decision<T, TOutcome>> decide, CancellationToken cancellationToken)
        where T : class => decisions.Run(
        partition,
        token => store.Get(partition, key, token),
        async (row, token) =>
        {
            var decision = decide(await Decode(partition, row, codec, token));
            return await Plan(partition, key, codec, row, decision, [], token);
        },
        cancellationToken);

    /// <summary>Decides on one record in the light of another row of its partition: when that one changes meanwhile, it is decided again.</summary>
    public Task<TOutcome> DecideBeside<T, TOutcome>(
        Partition partition, string key, IRecordCodec<T> codec, string beside, Func<Row?, T?, CancellationToken, ValueTask<Decision<T, TOutcome>>> decide, CancellationToken cancellationToken)
        where T : class => decisions.Run(
        partition,
        async token =>
        {
            var other = store.Get(partition, beside, token);
            var own = store.Get(partition, key, token);
            return (Beside: await other, Row: await own);
        },
        async (read, token) =>
        {
            var decision = await decide(read.Beside, await Decode(partition, read.Row, codec, token), token);

            // Written again as it was, under its version: so a change of it on the way is a conflict.
            ImmutableArray<Write> guard = read.Beside is { } row ? [new Write.Replace(row.Key, row.ETag, row.Properties)] : [];
            return await Plan(partition, key, codec, read.Row, decision, guard, token);
        },
        cancellationToken);

    /// <summary>Erases all whose keys begin with the prefix. May be repeated.</summary>
    public Task Erase(Partition partition, string prefix, CancellationToken cancellationToken) => Erase(partition, prefix, _ => true, cancellationToken);

    /// <summary>Erases those of them that are meant. May be repeated.</summary>
    public async Task Erase(Partition partition, string prefix, Func<Row, bool> which, CancellationToken cancellationToken)
    {
        while (await EraseSome(partition, prefix, which, cancellationToken))
        {
            // A transaction takes a hundred rows.
        }
    }

    private Task<bool> EraseSome(Partition partition, string prefix, Func<Row, bool> which, CancellationToken cancellationToken) => decisions.Run(
        partition,
        token => store.Prefix(partition, prefix, token),
        (rows, _) => ValueTask.FromResult(rows.Where(which).Take(RowRules.MostWrites).ToList() is { Count: > 0 } some
            ? Deciding.Plan.Of(true, [.. some.Select(row => new Write.Delete(row.Key, row.ETag))])
            : Deciding.Plan.Nothing(false)),
        cancellationToken);

    private async ValueTask<Plan<TOutcome>> Plan<T, TOutcome>(
        Partition partition, string key, IRecordCodec<T> codec, Row? row, Decision<T, TOutcome> decision, ImmutableArray<Write> others, CancellationToken cancellationToken)
        where T : class
    {
        if (!decision.Changes)
            return Deciding.Plan.Nothing(decision.Outcome);

        Write? write = (row, decision.Next) switch
        {
            ({ } before, { } next) => new Write.Replace(key, before.ETag, await codec.Encode(partition, key, next, cancellationToken)),
            (null, { } next) => new Write.Insert(key, await codec.Encode(partition, key, next, cancellationToken)),
            ({ } before, null) => new Write.Delete(key, before.ETag),
            _ => null,
        };
        ImmutableArray<Write> writes = [.. write is null ? [] : others.Add(write), .. decision.Consequences.Select(OutboxRows.Write)];
        return new(decision.Outcome, writes, OutboxRows.LookAt(decision.Consequences, clock.GetCurrentInstant()));
    }

    private static async ValueTask<T?> Decode<T>(Partition partition, Row? row, IRecordCodec<T> codec, CancellationToken cancellationToken)
        where T : class => row is null ? null : await codec.Decode(partition, row, cancellationToken);
}
