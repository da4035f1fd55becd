using MentorBot.Domain;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using MentorBot.Testing.Rows;
using NodaTime;
using static MentorBot.Storage.Tests.Sealing.SealingRoom;

namespace MentorBot.Storage.Tests.Sealing;

/// <summary>Data put back from a backup does not bring back what was erased after it.</summary>
public sealed class ErasedOwnersTests : IDisposable
{
    private readonly SealingRoom room = new();

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task What_was_erased_after_the_backup_is_erased_again()
    {
        var (ana, ben) = (await room.Seal("of Ana"), await room.Seal("of Ben", Ben));
        using var restored = Backup();
        await room.Keys.Erase(Ana, default);
        Assert.Equal("of Ana", await restored.Open(ana));

        Assert.False(await restored.Keys.KnowsErasure(Ana, room.Now, default));
        Assert.Equal([true], await Replay(restored));

        Assert.True(await restored.Keys.KnowsErasure(Ana, room.Now, default));
        await restored.FailsToOpen(ana);
        await Assert.ThrowsAsync<SealBrokenException>(() => restored.Seal("more"));
        Assert.Equal("of Ben", await restored.Open(ben, Ben));
        Assert.Equal([false], await Replay(restored));
    }

    [Fact]
    public async Task Who_began_afresh_since_keeps_the_new_key_and_the_old_one_goes()
    {
        var old = await room.Seal("old");
        using var restored = Backup();
        await room.Keys.Erase(Ana, default);
        await room.Keys.BeginAfresh(Ana, default);
        var anew = await room.Seal("new");

        Assert.Equal([false], await Replay(room));
        Assert.Equal("new", await room.Open(anew));

        Assert.Equal([true], await Replay(restored));
        await restored.FailsToOpen(old);
        await restored.Keys.BeginAfresh(Ana, default);
        var later = await restored.Seal("later");
        Assert.True(await restored.Keys.KnowsErasure(Ana, room.Now, default));
        Assert.Equal([false], await Replay(restored));
        Assert.Equal("later", await restored.Open(later));
    }

    [Fact]
    public async Task Of_two_erasures_the_later_one_counts_whatever_comes_first()
    {
        await room.Seal("first");
        await room.Keys.Erase(Ana, default);
        await room.Keys.BeginAfresh(Ana, default);
        var second = await room.Seal("second");
        using var restored = Backup();
        room.Now += Duration.FromDays(1);
        await room.Keys.Erase(Ana, default);

        var all = await Listed(room);
        Assert.Equal(2, all.Count);
        foreach (var erased in all.Concat(all.AsEnumerable().Reverse()))
            await restored.Keys.EraseAgain(erased.Owner, erased.At, default);

        await restored.FailsToOpen(second);
        await restored.Keys.BeginAfresh(Ana, default);
        await restored.Seal("third");
        Assert.All(await Replay(restored), Assert.False);
    }

    [Fact]
    public async Task Where_the_backup_left_the_keys_out_none_is_made_again()
    {
        await room.Seal("words");
        await room.Keys.Erase(Ana, default);
        using var restored = new SealingRoom();

        Assert.Equal([true], await Replay(restored));

        await Assert.ThrowsAsync<SealBrokenException>(() => restored.Seal("words"));
    }

    [Fact]
    public async Task Whoever_is_faster_with_a_key_does_not_keep_it()
    {
        await room.Keys.Erase(Ana, default);
        using var restored = new SealingRoom();
        byte[]? words = null;
        restored.Store.BeforeTransact = async _ =>
        {
            restored.Store.BeforeTransact = _ => Task.CompletedTask;
            words = await restored.Seal("words");
        };

        await Replay(restored);

        await restored.FailsToOpen(words!);
    }

    [Fact]
    public async Task A_line_of_the_list_comes_back_as_it_was()
    {
        Owner[] owners = [Owner.Person(Contoso, new("ana lima #1/ä")), Owner.Relationship(new("a b"), "r!1"), Owner.Pulse(Contoso, "p1"), Owner.Tenant(Contoso)];
        foreach (var owner in owners)
        {
            await room.Keys.Erase(owner, default);
            room.Now += Duration.FromTicks(1);
        }

        var all = await Listed(room);

        Assert.Equal(4, all.Count);
        Assert.Equal(all, all.Select(one => ErasedOwner.FromLine(one.ToLine())));
    }

    [Theory]
    [InlineData("")]
    [InlineData("contoso|person|ana.lima")]
    [InlineData("yesterday contoso|person|ana.lima")]
    [InlineData("2026-03-02T09:00:00Z contoso|person")]
    [InlineData("2026-03-02T09:00:00Z contoso|person|ana lima")]
    [InlineData("2026-03-02T09:00:00Z contoso|person|ana.lima|more")]
    [InlineData("2026-03-02T09:00:00Z contoso|friend|ana.lima")]
    [InlineData("2026-03-02T09:00:00Z contoso|person|")]
    [InlineData("2026-03-02T09:00:00Z |tenant")]
    [InlineData("2026-03-02T09:00:00Z contoso|person|a!")]
    [InlineData("2026-03-02T09:00:00Z contoso|person|a!zzzz")]
    [InlineData("2026-03-02T09:00:00Z contoso|person|a!0041")]
    [InlineData("2026-03-02T09:00:00Z contoso|person|a!007C")]
    [InlineData("2026-03-02T09:00:00Z contoso|person|a#b")]
    public void A_line_of_anything_else_is_none(string line) => Assert.Null(ErasedOwner.FromLine(line));

    private SealingRoom Backup() => new(MemoryRowStore.With(room.Store.All), room.Wrapper) { Now = room.Now };

    private static async Task<List<ErasedOwner>> Listed(SealingRoom of) => await new ErasedOwners(of.Store).All(default).ToListAsync();

    private async Task<List<bool>> Replay(SealingRoom on)
    {
        var done = new List<bool>();
        foreach (var erased in await Listed(room))
            done.Add(await on.Keys.EraseAgain(erased.Owner, erased.At, default));
        return done;
    }
}
