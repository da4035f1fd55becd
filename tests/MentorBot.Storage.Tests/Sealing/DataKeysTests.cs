using MentorBot.Domain;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using NodaTime;
using static MentorBot.Storage.Tests.Sealing.SealingRoom;

namespace MentorBot.Storage.Tests.Sealing;

public sealed class DataKeysTests : IDisposable
{
    private readonly SealingRoom room = new();

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task A_key_is_stored_wrapped_only()
    {
        await room.Seal("words");

        var row = await room.KeyRowOf(Ana);
        var key = Assert.Single(room.Wrapper.KeysWrapped);
        Assert.Equal("test", row.Properties["masterKeyId"]);
        Assert.All(row.Properties.Values.OfType<byte[]>(), bytes => Assert.True(bytes.AsSpan().IndexOf(key) < 0));
    }

    [Fact]
    public async Task Key_bytes_are_zeroed_once_they_have_served()
    {
        await room.Open(await room.Seal("words"));

        Assert.Equal(2, room.Wrapper.HandedAround.Count);
        Assert.All(room.Wrapper.HandedAround, key => Assert.Equal(new byte[32], key.ToArray()));
    }

    [Fact]
    public async Task Another_process_opens_what_this_one_sealed()
    {
        using var other = new SealingRoom(beside: room);

        Assert.Equal("words", await other.Open(await room.Seal("words")));
    }

    [Fact]
    public async Task Two_processes_that_make_a_key_at_once_end_with_one()
    {
        using var other = new SealingRoom(beside: room);
        byte[]? faster = null;
        room.Store.BeforeTransact = async _ =>
        {
            room.Store.BeforeTransact = _ => Task.CompletedTask;
            faster = await other.Seal("faster");
        };

        var slower = await room.Seal("slower");

        Assert.NotNull(faster);
        Assert.Equal("slower", await other.Open(slower));
        Assert.Equal("faster", await room.Open(faster));
        Assert.Equal(2, room.Wrapper.KeysWrapped.Count);
    }

    [Fact]
    public async Task Many_who_seal_first_end_with_one_key()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 50).Select(n => Task.Run(() => room.Seal($"words {n}"))));

        room.Keys.Forget(Ana);
        for (var n = 0; n < all.Length; n++)
            Assert.Equal($"words {n}", await room.Open(all[n]));
    }

    [Fact]
    public async Task Many_who_ask_at_once_unwrap_once()
    {
        var bytes = await room.Seal("words");
        room.Keys.Forget(Ana);
        var before = room.Wrapper.Unwraps;
        var vault = new TaskCompletionSource();
        room.Wrapper.BeforeUnwrap = () => vault.Task;

        var opening = Enumerable.Range(0, 50).Select(_ => room.Open(bytes)).ToList();
        vault.SetResult();

        Assert.All(await Task.WhenAll(opening), words => Assert.Equal("words", words));
        Assert.Equal(before + 1, room.Wrapper.Unwraps);
    }

    [Fact]
    public async Task Who_gives_up_waiting_does_not_take_the_key_from_others()
    {
        var bytes = await room.Seal("words");
        room.Keys.Forget(Ana);
        var vault = new TaskCompletionSource();
        room.Wrapper.BeforeUnwrap = () => vault.Task;
        using var impatience = new CancellationTokenSource();
        var impatient = room.Sealer.Open(Ana, Place, bytes, impatience.Token);
        var patient = room.Open(bytes);

        await impatience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        vault.SetResult();

        Assert.Equal("words", await patient);
    }

    [Fact]
    public async Task An_outage_of_the_keeper_is_told_and_asked_again_next_time()
    {
        var bytes = await room.Seal("words");
        room.Keys.Forget(Ana);
        room.Wrapper.BeforeUnwrap = () => throw new TimeoutException("vault");

        await Assert.ThrowsAsync<TimeoutException>(() => room.Open(bytes));
        room.Wrapper.BeforeUnwrap = () => Task.CompletedTask;

        Assert.Equal("words", await room.Open(bytes));
    }

    [Fact]
    public async Task A_key_is_kept_five_minutes_and_not_longer()
    {
        var bytes = await room.Seal("words");
        Assert.Equal(1, room.Wrapper.Unwraps);

        room.Now += Duration.FromMinutes(5) - Duration.FromMilliseconds(1);
        await room.Open(bytes);
        Assert.Equal(1, room.Wrapper.Unwraps);

        room.Now += Duration.FromMilliseconds(1);
        await room.Open(bytes);
        Assert.Equal(2, room.Wrapper.Unwraps);
    }

    [Fact]
    public async Task A_clock_put_back_does_not_lengthen_a_keys_life()
    {
        var bytes = await room.Seal("words");

        room.Now -= Duration.FromHours(1);
        await room.Open(bytes);

        Assert.Equal(2, room.Wrapper.Unwraps);
    }

    [Fact]
    public async Task Only_so_many_keys_are_kept_the_youngest()
    {
        var owners = Enumerable.Range(0, DataKeys.MostKept + 1).Select(n => Owner.Person(Contoso, new($"p{n}"))).ToList();
        var bytes = new List<byte[]>();
        foreach (var owner in owners)
            bytes.Add(await room.Seal("words", owner));
        var before = room.Wrapper.Unwraps;

        await room.Open(bytes[^1], owners[^1]);
        await room.Open(bytes[1], owners[1]);
        Assert.Equal(before, room.Wrapper.Unwraps);

        await room.Open(bytes[0], owners[0]);
        Assert.Equal(before + 1, room.Wrapper.Unwraps);
    }

    [Fact]
    public async Task After_an_erasure_nothing_opens_and_nothing_seals()
    {
        var bytes = await room.Seal("words");

        await room.Keys.Erase(Ana, CancellationToken.None);

        Assert.Contains("erased", (await room.FailsToOpen(bytes)).Message, StringComparison.Ordinal);
        Assert.Contains("erased", (await Assert.ThrowsAsync<SealBrokenException>(() => room.Seal("more"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erasure_leaves_a_tombstone_with_nothing_of_the_key()
    {
        await room.Seal("words");

        await room.Keys.Erase(Ana, CancellationToken.None);

        Assert.Equal(new Dictionary<string, object> { ["erasedAt"] = "2026-03-02T09:00:00Z" }, (await room.KeyRowOf(Ana)).Properties);
    }

    [Fact]
    public async Task An_erasure_may_be_repeated_and_keeps_its_first_time()
    {
        await room.Keys.Erase(Ana, CancellationToken.None);
        var tombstone = await room.KeyRowOf(Ana);

        room.Now += Duration.FromDays(1);
        await room.Keys.Erase(Ana, CancellationToken.None);

        Assert.Equal(tombstone.ETag, (await room.KeyRowOf(Ana)).ETag);
        await Assert.ThrowsAsync<SealBrokenException>(() => room.Seal("more"));
    }

    [Fact]
    public async Task An_erasure_touches_nobody_else()
    {
        var bytes = await room.Seal("words", Ben);
        await room.Seal("words");

        await room.Keys.Erase(Ana, CancellationToken.None);

        Assert.Equal("words", await room.Open(bytes, Ben));
    }

    [Fact]
    public async Task A_key_on_its_way_from_the_keeper_does_not_outlive_its_erasure()
    {
        var bytes = await room.Seal("words");
        room.Keys.Forget(Ana);
        var vault = new TaskCompletionSource();
        room.Wrapper.BeforeUnwrap = () => vault.Task;
        var opening = room.Open(bytes);

        await room.Keys.Erase(Ana, CancellationToken.None);
        vault.SetResult();

        await Assert.ThrowsAsync<SealBrokenException>(() => opening);
    }

    [Fact]
    public async Task An_erasure_in_doubt_forgets_the_key_and_is_done_again()
    {
        var bytes = await room.Seal("words");
        room.Store.BeforeTransact = _ => throw new RowStoreUnavailableException("cable cut");
        await Assert.ThrowsAsync<RowStoreUnavailableException>(() => room.Keys.Erase(Ana, CancellationToken.None));
        room.Store.BeforeTransact = _ => Task.CompletedTask;

        Assert.Equal("words", await room.Open(bytes));
        Assert.Equal(2, room.Wrapper.Unwraps);
        await room.Keys.Erase(Ana, CancellationToken.None);
        await room.FailsToOpen(bytes);
    }

    [Fact]
    public async Task An_erasure_elsewhere_is_noticed_once_the_key_is_forgotten_here()
    {
        using var other = new SealingRoom(beside: room);
        var bytes = await room.Seal("words");
        await other.Keys.Erase(Ana, CancellationToken.None);

        room.Keys.Forget(Ana);

        await room.FailsToOpen(bytes);
    }

    [Fact]
    public async Task An_erasure_beats_a_key_being_made()
    {
        using var other = new SealingRoom(beside: room);
        room.Store.BeforeTransact = async _ =>
        {
            room.Store.BeforeTransact = _ => Task.CompletedTask;
            await other.Keys.Erase(Ana, CancellationToken.None);
        };

        await Assert.ThrowsAsync<SealBrokenException>(() => room.Seal("words"));
    }

    [Fact]
    public async Task Opening_makes_no_key()
    {
        var bytes = await room.Seal("words");

        await room.FailsToOpen(bytes, Ben);

        Assert.Null(await room.Store.Get(KeysOf(Ben), "key", CancellationToken.None));
    }

    [Fact]
    public void Owners_of_different_kinds_and_tenants_have_keys_of_their_own()
    {
        string[] keys = [Ana.Key, Owner.Tenant(Contoso).Key, Owner.Person(new("fabrikam"), new PersonId("ana.lima")).Key];

        Assert.Equal(["contoso|person|ana.lima", "contoso|tenant", "fabrikam|person|ana.lima"], keys);
    }
}
