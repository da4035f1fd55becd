using MentorBot.Domain;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using MentorBot.Testing.Rows;
using NodaTime;

namespace MentorBot.Storage.Tests.Sealing;

/// <summary>A sealer with everything it needs, on rows in memory. Several may share the rows, as processes do.</summary>
internal sealed class SealingRoom : IDisposable, IClock
{
    public static readonly TenantId Contoso = new("contoso");
    public static readonly Owner Ana = Owner.Person(Contoso, new("ana.lima"));
    public static readonly Owner Ben = Owner.Person(Contoso, new("ben.carter"));
    public static readonly SealedPlace Place = new(new(Table.People, "contoso|ana.lima"), "offer", "about", 3, 1);

    public SealingRoom(SealingRoom? beside = null)
        : this(beside?.Store ?? new(), beside?.Wrapper ?? new())
    {
    }

    public SealingRoom(MemoryRowStore store, RecordingWrapper wrapper)
    {
        Store = store;
        Wrapper = wrapper;
        Keys = new(Store, new Decisions(Store, new Nudges()), Wrapper, this);
        Sealer = new(Keys);
    }

    public MemoryRowStore Store { get; }

    public RecordingWrapper Wrapper { get; }

    public DataKeys Keys { get; }

    public Sealer Sealer { get; }

    public Instant Now { get; set; } = Instant.FromUtc(2026, 3, 2, 9, 0);

    public static Partition KeysOf(Owner owner) => new(Table.Keys, owner.Key);

    public static Confidential Words(string typed) => Confidential.From(typed)!;

    public Instant GetCurrentInstant() => Now;

    public Task<byte[]> Seal(string words, Owner? owner = null, SealedPlace? place = null) =>
        Sealer.Seal(owner ?? Ana, place ?? Place, Words(words), CancellationToken.None);

    public async Task<string> Open(byte[] bytes, Owner? owner = null, SealedPlace? place = null) =>
        (await Sealer.Open(owner ?? Ana, place ?? Place, bytes, CancellationToken.None)).Reveal();

    public Task<SealBrokenException> FailsToOpen(byte[] bytes, Owner? owner = null, SealedPlace? place = null) =>
        Assert.ThrowsAsync<SealBrokenException>(() => Open(bytes, owner, place));

    public async Task<Row> KeyRowOf(Owner owner) => await Store.Get(KeysOf(owner), "key", CancellationToken.None) ?? throw new InvalidOperationException("No key row.");

    public void Dispose() => Keys.Dispose();
}
