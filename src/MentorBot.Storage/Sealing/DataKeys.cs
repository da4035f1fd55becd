using System.Security.Cryptography;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Storage.Sealing;

/// <summary>
/// The owners' data keys: made when first needed, stored wrapped, unwrapped once for all who ask, kept for minutes,
/// and destroyed for good.
/// </summary>
public sealed class DataKeys(IRowStore store, Decisions decisions, IKeyWrapper wrapper, IClock clock) : IDisposable
{
    /// <summary>In keys. Each is about a kilobyte.</summary>
    public const int MostKept = 4_096;

    /// <summary>How long an unwrapped key is kept, from its unwrapping on.</summary>
    public static readonly Duration Lifetime = Duration.FromMinutes(5);

    private readonly Lock gate = new();
    private readonly Dictionary<Owner, LinkedListNode<Kept>> kept = [];
    private readonly LinkedList<Kept> oldestFirst = [];

    /// <summary>
    /// Destroys the owner's wrapped key and leaves a tombstone. What was sealed under it cannot be opened again, and nothing
    /// can be sealed for this owner; both throw <see cref="SealBrokenException"/>. May be repeated.
    /// </summary>
    /// <exception cref="RowStoreUnavailableException">It may or may not have happened: do it again.</exception>
    public async Task Erase(Owner owner, CancellationToken cancellationToken)
    {
        try
        {
            await decisions.Run(
                owner.Partition,
                read => store.Get(owner.Partition, KeyRow.Key, read),
                (row, _) => ValueTask.FromResult(Tombstone(row)),
                cancellationToken);
        }
        finally
        {
            Forget(owner);
        }

        Plan<bool> Tombstone(Row? row)
        {
            var erased = new KeyRow.Erased(clock.GetCurrentInstant()).ToProperties();
            if (row is null)
                return Plan.Of(true, new Write.Insert(KeyRow.Key, erased));
            return row.Properties.ContainsKey(KeyRow.ErasedAtName) ? Plan.Nothing(false) : Plan.Of(true, new Write.Replace(KeyRow.Key, row.ETag, erased));
        }
    }

    /// <summary>
    /// Destroys once more a key that was erased then, in a store put back from before: as <see cref="Erase"/>, unless this store has
    /// seen that erasure, or a later one, and so the key that is there now is another. May be repeated.
    /// </summary>
    /// <returns>False where there was nothing to destroy.</returns>
    public async Task<bool> EraseAgain(Owner owner, Instant erasedAt, CancellationToken cancellationToken)
    {
        try
        {
            return await decisions.Run(
                owner.Partition,
                async read => (Key: await store.Get(owner.Partition, KeyRow.Key, read), Mark: await store.Get(owner.Partition, KeyRow.Mark, read)),
                (rows, _) => ValueTask.FromResult(Plan(rows.Key, rows.Mark)),
                cancellationToken);
        }
        finally
        {
            Forget(owner);
        }

        Plan<bool> Plan(Row? row, Row? mark)
        {
            if (KeyRow.ErasedAt(row) >= erasedAt || KeyRow.ErasedAt(mark) >= erasedAt)
                return Deciding.Plan.Nothing(false);

            var erased = new KeyRow.Erased(erasedAt).ToProperties();
            return Deciding.Plan.Of(true, row is null ? new Write.Insert(KeyRow.Key, erased) : new Write.Replace(KeyRow.Key, row.ETag, erased));
        }
    }

    /// <summary>Whether this store knows of that erasure, or of a later one, or holds a tombstone. One put back from before does not.</summary>
    public async Task<bool> KnowsErasure(Owner owner, Instant erasedAt, CancellationToken cancellationToken) =>
        await IsErased(owner, cancellationToken) || KeyRow.ErasedAt(await store.Get(owner.Partition, KeyRow.Mark, cancellationToken)) >= erasedAt;

    /// <summary>
    /// After an erasure: a new key may be made for this owner. The mark of the erasure stays, and the old key is gone all the same.
    /// May be repeated.
    /// </summary>
    public async Task BeginAfresh(Owner owner, CancellationToken cancellationToken)
    {
        await decisions.Run(
            owner.Partition,
            read => store.Get(owner.Partition, KeyRow.Key, read),
            (row, _) => ValueTask.FromResult(row is not null && row.Properties.GetValueOrDefault(KeyRow.ErasedAtName) is string
                ? Plan.Of(true, new Write.Delete(KeyRow.Key, row.ETag), new Write.Upsert(KeyRow.Mark, row.Properties))
                : Plan.Nothing(false)),
            cancellationToken);
        Forget(owner);
    }

    /// <summary>Whether the owner's key was ever erased.</summary>
    public async Task<bool> WasErased(Owner owner, CancellationToken cancellationToken) =>
        await store.Get(owner.Partition, KeyRow.Mark, cancellationToken) is not null || await IsErased(owner, cancellationToken);

    /// <summary>Whether it is erased, and nothing was begun afresh since.</summary>
    public async Task<bool> IsErased(Owner owner, CancellationToken cancellationToken) =>
        await store.Get(owner.Partition, KeyRow.Key, cancellationToken) is { } row && row.Properties.ContainsKey(KeyRow.ErasedAtName);

    /// <summary>Drops the owner's unwrapped key from this process, for whoever learns that it was erased or changed elsewhere.</summary>
    public void Forget(Owner owner)
    {
        lock (gate)
        {
            if (kept.TryGetValue(owner, out var node))
                Drop(node);
        }
    }

    /// <summary>Drops what is past its time. Every use does so as well; a process that stands idle calls this now and then.</summary>
    public void ForgetExpired()
    {
        lock (gate)
        {
            var now = clock.GetCurrentInstant();
            while (oldestFirst.First is { } oldest && (now < oldest.Value.Since || now >= oldest.Value.Since + Lifetime))
                Drop(oldest);
        }
    }

    public void Dispose()
    {
        lock (gate)
        {
            while (oldestFirst.First is { } oldest)
                Drop(oldest);
        }
    }

    /// <summary>The owner's key, made now if there is none. It may be dropped before it is used: ask again.</summary>
    /// <exception cref="SealBrokenException">The owner's key was erased, or its row was changed.</exception>
    internal async Task<DataKey> ForSealing(Owner owner, CancellationToken cancellationToken)
    {
        if (await Current(owner, cancellationToken) is { } existing)
            return existing;

        // Read back rather than taken over: two makers end with one key, and nothing is sealed under a key that cannot be unwrapped.
        await Make(owner, cancellationToken);
        return await ForOpening(owner, cancellationToken);
    }

    /// <summary>The owner's key. It may be dropped before it is used: ask again.</summary>
    /// <exception cref="SealBrokenException">There is none, it was erased, or its row was changed.</exception>
    internal async Task<DataKey> ForOpening(Owner owner, CancellationToken cancellationToken) =>
        await Current(owner, cancellationToken) ?? throw new SealBrokenException($"There is no data key of {owner}.");

    private async Task<DataKey?> Current(Owner owner, CancellationToken cancellationToken) => await Keep(owner).Loading.Value.WaitAsync(cancellationToken);

    private Kept Keep(Owner owner)
    {
        lock (gate)
        {
            ForgetExpired();
            if (kept.TryGetValue(owner, out var node))
                return node.Value;

            while (kept.Count >= MostKept)
                Drop(oldestFirst.First!);

            var entry = new Kept(owner, clock.GetCurrentInstant(), Load);
            kept.Add(owner, oldestFirst.AddLast(entry));
            return entry;
        }
    }

    private async Task<DataKey?> Load(Kept entry)
    {
        DataKey? key = null;
        try
        {
            // Not the caller's token: others wait for the same key.
            key = await ReadAndUnwrap(entry.Owner, CancellationToken.None);
            return key;
        }
        finally
        {
            lock (gate)
            {
                entry.Key = key;
                if (entry.IsDropped)
                    key?.Dispose();
                else if (key is null)
                    Drop(kept[entry.Owner]);
            }
        }
    }

    private async Task<DataKey?> ReadAndUnwrap(Owner owner, CancellationToken cancellationToken)
    {
        var row = await store.Get(owner.Partition, KeyRow.Key, cancellationToken);
        if (row is null)
            return null;
        if (KeyRow.From(owner, row) is not KeyRow.Living living)
            throw new SealBrokenException($"The data key of {owner} was erased: what was sealed under it is gone, and nothing more can be sealed.");

        var key = KeyRow.Proven(owner, living, await wrapper.Unwrap(living.Wrapped, cancellationToken));
        try
        {
            return new(living.KeyId, key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private async Task Make(Owner owner, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid();
        var key = RandomNumberGenerator.GetBytes(DataKey.Size);
        try
        {
            var row = new KeyRow.Living(id, await wrapper.Wrap(key, cancellationToken), KeyRow.ProofFor(owner, id, key));
            await decisions.Run(
                owner.Partition,
                read => store.Get(owner.Partition, KeyRow.Key, read),
                (existing, _) => ValueTask.FromResult(existing is null ? Plan.Of(true, new Write.Insert(KeyRow.Key, row.ToProperties())) : Plan.Nothing(false)),
                cancellationToken);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    private void Drop(LinkedListNode<Kept> node)
    {
        oldestFirst.Remove(node);
        kept.Remove(node.Value.Owner);
        node.Value.IsDropped = true;
        node.Value.Key?.Dispose();
    }

    private sealed class Kept
    {
        public Kept(Owner owner, Instant since, Func<Kept, Task<DataKey?>> load)
        {
            Owner = owner;
            Since = since;
            Loading = new(() => load(this));
        }

        public Owner Owner { get; }

        public Instant Since { get; }

        /// <summary>Begun by whoever asks first, once for all.</summary>
        public Lazy<Task<DataKey?>> Loading { get; }

        public DataKey? Key { get; set; }

        public bool IsDropped { get; set; }
    }
}
