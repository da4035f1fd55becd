using MentorBot.Domain.Evaluations;
using MentorBot.Storage.Rows;
using static MentorBot.Storage.Tests.Evaluations.EvaluationRoom;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Evaluations;

/// <summary>Showing is cut short anywhere, and meets somebody who takes theirs back.</summary>
public sealed class ReleasingTests
{
    private static readonly int[] Seven = [1, 2, 3, 4, 5, 6, 7];

    [Fact]
    public async Task Killed_at_any_of_its_transactions_each_is_shown_once_and_everybody_is_told_once()
    {
        var transactions = await Show(int.MaxValue);
        Assert.True(transactions >= 2, "It shows, and looks again the next morning.");
        for (var before = 1; before <= transactions; before++)
            await Show(before);
    }

    [Fact]
    public async Task Whoever_takes_theirs_back_first_is_not_shown_and_the_next_one_is()
    {
        using var room = new EvaluationRoom();
        await room.Send([1, 2, 3, 4, 5, 6]);
        room.Room.Rows.BeforeFirst(Where, () => room.TakeBack(2));
        room.Room.Clock.Advance(NodaTime.Duration.FromDays(4));
        await Show(room);
        Assert.Equal(["of 1 1", "of 3 1", "of 4 1", "of 5 1", "of 6 1"], await room.Shown());
    }

    [Fact]
    public async Task With_the_fifth_taken_back_at_that_moment_nobody_is_shown()
    {
        using var room = new EvaluationRoom();
        await room.Send([1, 2, 3, 4, 5]);
        room.Room.Rows.BeforeFirst(Where, () => room.TakeBack(2));
        room.Room.Clock.Advance(NodaTime.Duration.FromDays(4));
        await Show(room);
        Assert.Equal(4, (await room.Keys()).Count(key => key.StartsWith("waiting-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whoever_takes_theirs_back_a_moment_too_late_took_nothing_back()
    {
        using var room = new EvaluationRoom();
        await room.Send([1, 2, 3, 4, 5]);
        room.Room.Rows.BeforeFirst(Where, () => Show(room));
        Assert.Equal(new LookBackOutcome.Nothing(false), await room.TakeBack(2));
        Assert.Equal(5, (await room.Shown()).Length);
    }

    [Fact]
    public async Task Two_workers_at_once_show_each_once()
    {
        using var room = new EvaluationRoom();
        await room.Send(Seven);
        room.Room.Rows.BeforeFirst(Where, () => Show(room));
        await Show(room);
        Assert.Equal(5, (await room.Shown()).Length);
        Assert.Equal(2, (await room.Keys()).Count(key => key.StartsWith("waiting-", StringComparison.Ordinal)));
    }

    private static Task Show(EvaluationRoom room) => room.Morning.Run(Contoso.Value, "", default);

    private static async Task<int> Show(int before)
    {
        using var room = new EvaluationRoom();
        await room.Send(Seven);
        room.Room.Clock.Advance(NodaTime.Duration.FromDays(4));
        var transactions = 0;
        room.Room.Rows.BeforeTransact = _ => ++transactions >= before ? throw new RowStoreUnavailableException("a crash") : Task.CompletedTask;
        try
        {
            await Show(room);
        }
        catch (RowStoreUnavailableException) when (transactions >= before)
        {
            // It died.
        }

        room.Room.Rows.BeforeTransact = _ => Task.CompletedTask;
        await room.Days(4);
        Assert.Equal(["of 1 1", "of 2 1", "of 3 1", "of 4 1", "of 5 1"], await room.Shown());
        Assert.Equal(["noor", "person1", "person2", "person3", "person4", "person5"], room.Told);
        Assert.Equal(2, (await room.Keys()).Count(key => key.StartsWith("waiting-", StringComparison.Ordinal)));
        Assert.True(await room.Rows.MayRead(Person(5), default));
        return transactions;
    }
}

file static class Faster
{
    /// <summary>Somebody is faster, once: just before the next transaction there.</summary>
    public static void BeforeFirst(this MentorBot.Testing.Rows.MemoryRowStore rows, Partition partition, Func<Task> somebody)
    {
        rows.BeforeTransact = async where =>
        {
            if (where != partition)
                return;
            rows.BeforeTransact = _ => Task.CompletedTask;
            await somebody();
        };
    }
}
