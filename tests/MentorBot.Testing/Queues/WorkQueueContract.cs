using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;
using NodaTime;
using Xunit;

namespace MentorBot.Testing.Queues;

/// <summary>What every work queue promises, one fact a promise. A queue's tests derive from it and open an empty one for each test.</summary>
public abstract class WorkQueueContract : IAsyncLifetime
{
    /// <summary>The shortest that there is: where leases are real, a test waits for its end.</summary>
    private static readonly Duration Lease = Duration.FromSeconds(1);

    private static readonly Duration Long = Duration.FromMinutes(2);

    protected IWorkQueue Queue { get; private set; } = null!;

    public virtual async Task InitializeAsync() => Queue = await Open();

    public virtual Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task What_was_put_is_taken_with_all_that_it_says()
    {
        DuePointer[] pointers = [To("ana.lima"), To("a&<b> \"c\" 'd' %41+%2B;=?"), To("日本 é 🌍"), To("contoso|ana-b")];
        await Queue.Put(pointers, default);

        var taken = await Queue.Take(32, Long, default);

        Assert.Equal(pointers.ToHashSet(), taken.Select(message => message.Due).ToHashSet());
        Assert.Equal(pointers.Length, taken.Count);
        Assert.All(taken, message => Assert.Equal(1, message.Times));
    }

    [Fact]
    public async Task The_longest_key_of_a_row_travels_as_it_is()
    {
        var pointer = To(new string('x', 480));
        RowRules.Check(pointer.Shard, pointer.Key);
        await Queue.Put([pointer], default);

        Assert.Equal(pointer, Assert.Single(await Queue.Take(1, Long, default)).Due);
    }

    [Fact]
    public async Task An_empty_queue_gives_nothing_and_takes_nothing()
    {
        Assert.Empty(await Queue.Take(32, Long, default));
        await Queue.Put([], default);
        Assert.Empty(await Queue.Take(32, Long, default));
    }

    [Fact]
    public async Task At_most_as_many_are_taken_as_were_asked_for()
    {
        await Queue.Put([To("one"), To("two"), To("three")], default);

        Assert.Equal(2, (await Queue.Take(2, Long, default)).Count);
        Assert.Single(await Queue.Take(2, Long, default));
        Assert.Empty(await Queue.Take(2, Long, default));
    }

    [Fact]
    public async Task A_pointer_that_is_put_twice_is_two_messages()
    {
        await Queue.Put([To("ana")], default);
        await Queue.Put([To("ana")], default);

        var taken = await Queue.Take(32, Long, default);

        Assert.Equal([To("ana"), To("ana")], taken.Select(message => message.Due));
        await Queue.Done(taken[0], default);
        await Queue.Done(taken[1], default);
    }

    [Fact]
    public async Task What_is_done_never_comes_back()
    {
        await Queue.Put([To("ana"), To("ben")], default);
        var (ana, ben) = await Two(Lease);
        await Queue.Done(ana, default);

        await Pass(Lease);

        Assert.Equal(ben.Due, Assert.Single(await Soon(1)).Due);
        Assert.Empty(await Queue.Take(32, Long, default));
    }

    [Fact]
    public async Task What_is_taken_is_hidden_until_its_lease_is_over_and_is_counted_when_it_comes_back()
    {
        await Queue.Put([To("ana")], default);
        var first = Assert.Single(await Queue.Take(1, Lease, default));
        Assert.Empty(await Queue.Take(1, Lease, default));

        await Pass(Lease);
        var second = Assert.Single(await Soon(1, Lease));
        await Pass(Lease);
        var third = Assert.Single(await Soon(1));

        Assert.Equal((1, 2, 3), (first.Times, second.Times, third.Times));
        Assert.Equal(first.Due, third.Due);
    }

    [Fact]
    public async Task Who_comes_too_late_says_done_to_nothing()
    {
        await Queue.Put([To("ana")], default);
        var late = Assert.Single(await Queue.Take(1, Lease, default));
        await Pass(Lease);
        var taken = Assert.Single(await Soon(1, Lease));

        await Queue.Done(late, default);

        await Pass(Lease);
        var again = Assert.Single(await Soon(1));
        Assert.Equal((taken.Due, taken.Times + 1), (again.Due, again.Times));
    }

    [Fact]
    public async Task Done_is_said_as_often_as_one_likes()
    {
        await Queue.Put([To("ana")], default);
        var taken = Assert.Single(await Queue.Take(1, Long, default));

        await Queue.Done(taken, default);
        await Queue.Done(taken, default);

        await Queue.Put([To("ben")], default);
        Assert.Equal(To("ben"), Assert.Single(await Queue.Take(1, Long, default)).Due);
    }

    [Fact]
    public async Task A_receipt_of_what_is_done_says_nothing_about_what_comes_after_it()
    {
        await Queue.Put([To("ana")], default);
        var ana = Assert.Single(await Queue.Take(1, Lease, default));
        await Queue.Done(ana, default);
        await Queue.Put([To("ben")], default);
        var ben = Assert.Single(await Queue.Take(1, Lease, default));

        await Queue.Done(ana, default);

        await Pass(Lease);
        Assert.Equal(ben.Due, Assert.Single(await Soon(1)).Due);
    }

    [Fact]
    public async Task Of_several_who_take_at_once_each_message_is_one_ones_alone()
    {
        DuePointer[] pointers = [.. Enumerable.Range(0, 60).Select(number => To($"person-{number}"))];
        await Queue.Put(pointers, default);

        var taken = (await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(TakeAll)))).SelectMany(each => each).ToList();

        Assert.Equal(60, taken.Count);
        Assert.Equal(pointers.ToHashSet(), taken.Select(message => message.Due).ToHashSet());
    }

    [Fact]
    public async Task Many_put_at_once_by_several_all_arrive()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(who => Task.Run(
            () => Queue.Put([.. Enumerable.Range(0, 50).Select(number => To($"{who}-{number}"))], default))));

        Assert.Equal(200, (await TakeAll()).Select(message => message.Due).Distinct().Count());
    }

    [Fact]
    public async Task Who_is_cancelled_beforehand_is_told_so()
    {
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Queue.Put([To("ana")], cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Queue.Take(1, Lease, cancelled));

        Assert.Empty(await Queue.Take(1, Lease, default));
    }

    /// <summary>Opens an empty queue.</summary>
    protected abstract Task<IWorkQueue> Open();

    /// <summary>Lets time pass for the queue; where its clock is nobody's to move, there is nothing to do, and <see cref="Soon"/> waits.</summary>
    protected virtual Task Pass(Duration time) => Task.CompletedTask;

    protected static DuePointer To(string person)
    {
        var partition = new Partition(Table.People, person);
        return new(DuePointers.ShardOf(partition), DuePointers.KeyOf(partition, Instant.FromUnixTimeMilliseconds(1_772_442_000_000)));
    }

    /// <summary>As soon as there is something to take.</summary>
    private async Task<IReadOnlyList<DueMessage>> Soon(int most, Duration? lease = null)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            if (await Queue.Take(most, lease ?? Long, patience.Token) is { Count: > 0 } taken)
                return taken;
            await Task.Delay(TimeSpan.FromMilliseconds(50), patience.Token);
        }
    }

    private async Task<(DueMessage Ana, DueMessage Ben)> Two(Duration lease)
    {
        var taken = await Queue.Take(2, lease, default);
        return (taken.Single(message => message.Due == To("ana")), taken.Single(message => message.Due == To("ben")));
    }

    private async Task<List<DueMessage>> TakeAll()
    {
        var all = new List<DueMessage>();
        while (await Queue.Take(7, Long, default) is { Count: > 0 } taken)
            all.AddRange(taken);
        return all;
    }
}
