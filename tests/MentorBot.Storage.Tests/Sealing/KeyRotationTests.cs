using MentorBot.Domain;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using MentorBot.Testing.Rows;
using NodaTime;
using static MentorBot.Storage.Tests.Sealing.SealingRoom;

namespace MentorBot.Storage.Tests.Sealing;

public sealed class KeyRotationTests : IDisposable
{
    private static readonly Owner[] Owners = [Ana, Ben, Owner.Relationship(Contoso, "r1"), Owner.Pulse(Contoso, "p1"), Owner.Tenant(Contoso)];
    private readonly MemoryRowStore store = new();
    private readonly VersionedWrapper wrapper = new();
    private readonly DataKeys keys;
    private readonly Sealer sealer;

    public KeyRotationTests()
    {
        keys = new(store, new Decisions(store, new Nudges()), wrapper, SystemClock.Instance);
        sealer = new(keys);
    }

    public void Dispose() => keys.Dispose();

    [Fact]
    public async Task Every_data_key_stays_and_is_wrapped_anew()
    {
        var words = await SealForAll();
        var before = Rows();
        wrapper.Rotate();

        var count = await Rotate();

        Assert.Equal((5, 0, 0), (count.Rewrapped, count.Current, count.Erased));
        await AllOpen(words);
        foreach (var (old, now) in before.Zip(Rows()))
        {
            Assert.Equal(wrapper.Current, now.Properties["masterKeyId"]);
            Assert.NotEqual(old.Properties["wrapped"], now.Properties["wrapped"]);
            Assert.Equal(old.Properties["keyId"], now.Properties["keyId"]);
            Assert.Equal(old.Properties["proof"], now.Properties["proof"]);
            Assert.Equal(old.Properties.Count, now.Properties.Count);
        }
    }

    [Fact]
    public async Task What_is_current_is_passed_over()
    {
        await SealForAll();
        var before = store.All;

        var count = await Rotate();

        Assert.Equal((0, 5), (count.Rewrapped, count.Current));
        Assert.Equal(before.Select(one => one.Row.ETag), store.All.Select(one => one.Row.ETag));
    }

    [Fact]
    public async Task It_may_break_off_after_any_write_and_goes_on_from_there()
    {
        var words = await SealForAll();
        for (var writes = 0; writes < Owners.Length; writes++)
        {
            wrapper.Rotate();
            var left = writes;
            store.BeforeTransact = _ => left-- > 0 ? Task.CompletedTask : throw new RowStoreUnavailableException("It died.");
            var brokenOff = new RotationCount();
            await Assert.ThrowsAsync<RowStoreUnavailableException>(() => Rotate(brokenOff));
            Assert.Equal(writes, brokenOff.Rewrapped);
            store.BeforeTransact = _ => Task.CompletedTask;
            await AllOpen(words);

            var count = await Rotate();

            Assert.Equal((Owners.Length - writes, writes), (count.Rewrapped, count.Current));
            await AllOpen(words);
        }
    }

    [Fact]
    public async Task A_key_erased_on_the_way_stays_erased()
    {
        await SealForAll();
        wrapper.Rotate();
        wrapper.BeforeUnwrap = async () =>
        {
            wrapper.BeforeUnwrap = () => Task.CompletedTask;
            foreach (var owner in Owners)
                await keys.Erase(owner, default);
        };

        var count = await Rotate();

        Assert.Equal((0, 5), (count.Rewrapped, count.Erased));
        Assert.All(Rows(), row => Assert.Equal(["erasedAt"], row.Properties.Keys));
    }

    [Fact]
    public async Task A_key_begun_afresh_on_the_way_is_left_alone()
    {
        await SealForAll();
        wrapper.Rotate();
        byte[]? anew = null;
        wrapper.BeforeUnwrap = async () =>
        {
            wrapper.BeforeUnwrap = () => Task.CompletedTask;
            await keys.Erase(Ana, default);
            await keys.BeginAfresh(Ana, default);
            anew = await Seal(Ana, "anew");
        };

        await Rotate();

        keys.Forget(Ana);
        Assert.Equal("anew", (await sealer.Open(Ana, Place, anew!, default)).Reveal());
    }

    [Fact]
    public async Task Tombstones_and_marks_are_not_touched()
    {
        await SealForAll();
        await keys.Erase(Ana, default);
        await keys.Erase(Ben, default);
        await keys.BeginAfresh(Ben, default);
        wrapper.Rotate();
        var before = store.All.Where(one => one.Row.Properties.ContainsKey("erasedAt")).Select(one => (one.Partition, one.Row.ETag)).ToList();

        var count = await Rotate();

        Assert.Equal((3, 1), (count.Rewrapped, count.Erased));
        Assert.Equal(2, before.Count);
        Assert.Equal(before, store.All.Where(one => one.Row.Properties.ContainsKey("erasedAt")).Select(one => (one.Partition, one.Row.ETag)));
    }

    [Fact]
    public async Task What_cannot_be_unwrapped_is_counted_by_kind_and_left_as_it_is()
    {
        await SealForAll();
        await Change(Ana, "wrapped", new byte[32]);
        await Change(Ben, "keyId", Guid.NewGuid().ToString("n"));
        await Change(Owners[2], "masterKeyId", 1L);
        await store.Transact(new(Table.Keys, "nobody"), [new Write.Insert("key", new Dictionary<string, object>())], default);
        var before = Rows();
        wrapper.Rotate();

        var count = await Rotate();

        Assert.Equal(2, count.Rewrapped);
        Assert.Equal([("person", 2), ("relationship", 1), ("unknown", 1)], count.Closed.Select(kind => (kind.Key, kind.Value)));
        Assert.Equal(4, before.Count(row => Rows().Any(now => now.ETag == row.ETag)));
    }

    [Fact]
    public async Task An_outage_of_the_keeper_is_no_broken_key()
    {
        await SealForAll();
        wrapper.Rotate();
        wrapper.BeforeUnwrap = () => throw new MasterKeyUnavailableException("Out of reach.");
        var count = new RotationCount();

        await Assert.ThrowsAsync<MasterKeyUnavailableException>(() => Rotate(count));

        Assert.Empty(count.Closed);
    }

    [Fact]
    public async Task A_keeper_that_wraps_badly_loses_no_key()
    {
        var words = await SealForAll();
        wrapper.Rotate();
        wrapper.WrapsBadly = true;

        await Assert.ThrowsAsync<MasterKeyUnavailableException>(() => Rotate());

        await AllOpen(words);
    }

    [Fact]
    public async Task Key_bytes_are_zeroed_once_they_have_served()
    {
        await SealForAll();
        wrapper.Rotate();
        wrapper.HandedAround.Clear();

        await Rotate();

        // One to learn which version is current, and three times each key.
        Assert.Equal(1 + (3 * Owners.Length), wrapper.HandedAround.Count);
        Assert.All(wrapper.HandedAround.Skip(1), key => Assert.Equal(new byte[32], key.ToArray()));
    }

    private async Task<RotationCount> Rotate(RotationCount? count = null)
    {
        count ??= new();
        await new KeyRotation(store, store, new Decisions(store, new Nudges()), wrapper).Run(count, default);
        return count;
    }

    private List<Row> Rows() => [.. store.All.Where(one => one.Partition.Table == Table.Keys && one.Row.Key == "key").OrderBy(one => one.Partition.Key, StringComparer.Ordinal).Select(one => one.Row)];

    private Task<byte[]> Seal(Owner owner, string words) => sealer.Seal(owner, Place, Words(words), default);

    private async Task<List<byte[]>> SealForAll()
    {
        var all = new List<byte[]>();
        foreach (var owner in Owners)
            all.Add(await Seal(owner, owner.Key));
        return all;
    }

    private async Task AllOpen(List<byte[]> words)
    {
        foreach (var (owner, bytes) in Owners.Zip(words))
        {
            keys.Forget(owner);
            Assert.Equal(owner.Key, (await sealer.Open(owner, Place, bytes, default)).Reveal());
        }
    }

    private async Task Change(Owner owner, string property, object value)
    {
        var row = await store.Get(KeysOf(owner), "key", default);
        await store.Transact(KeysOf(owner), [new Write.Upsert("key", new Dictionary<string, object>(row!.Properties) { [property] = value })], default);
    }
}
