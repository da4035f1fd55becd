using MentorBot.Adapters.Embedded;
using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;
using MentorBot.Testing.Time;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace MentorBot.Adapters.Tests.Embedded;

public sealed class SqliteWorkQueueTests : IDisposable
{
    private static readonly Duration Lease = Duration.FromMinutes(2);
    private static readonly Partition Ana = new(Table.People, "contoso|ana.lima");
    private static readonly DuePointer Due = new(DuePointers.ShardOf(Ana), DuePointers.KeyOf(Ana, Instant.FromUtc(2026, 3, 2, 9, 0)));

    private readonly StoreFolder folder = new();
    private readonly TestClock clock = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_taken_before_a_stop_comes_back_after_it_and_is_counted_on()
    {
        using (var before = Open())
        {
            await before.Put([Due], default);
            Assert.Single(await before.Take(1, Lease, default));
        }

        using var after = Open();
        Assert.Empty(await after.Take(1, Lease, default));
        clock.Advance(Lease);

        var again = Assert.Single(await after.Take(1, Lease, default));
        Assert.Equal((Due, 2), (again.Due, again.Times));
    }

    [Fact]
    public void Its_files_are_the_owners_alone()
    {
        if (OperatingSystem.IsWindows())
            return;

        using var queue = Open();

        var files = Directory.GetFiles(folder.Path);
        Assert.Contains(folder.Queue, files);
        foreach (var file in files)
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task A_damaged_file_is_thrown_away_for_what_it_held_is_in_due_as_well()
    {
        Directory.CreateDirectory(folder.Path);
        await File.WriteAllTextAsync(folder.Queue, string.Concat(Enumerable.Repeat("this is no database ", 500)));

        using var queue = Open();

        await queue.Put([Due], default);
        Assert.Single(await queue.Take(1, Lease, default));
    }

    [Fact]
    public async Task A_file_of_a_newer_version_is_thrown_away_too()
    {
        Open().Dispose();
        Write("PRAGMA user_version = 99");

        using var queue = Open();

        Assert.Empty(await queue.Take(1, Lease, default));
    }

    [Fact]
    public async Task A_message_of_a_table_that_nobody_knows_any_more_holds_nothing_up()
    {
        Open().Dispose();
        Write("INSERT INTO messages (pointer, visible, times) VALUES ('5/001772442000000-Gone-contoso', 0, 0)");
        using var queue = Open();
        await queue.Put([Due], default);

        Assert.Equal(Due, Assert.Single(await queue.Take(32, Lease, default)).Due);
        clock.Advance(Lease);
        Assert.Single(await queue.Take(32, Lease, default));
    }

    [Fact]
    public async Task Once_closed_it_is_out_of_reach()
    {
        var queue = Open();
        queue.Dispose();

        await Assert.ThrowsAsync<WorkQueueUnavailableException>(() => queue.Put([Due], default));
        await Assert.ThrowsAsync<WorkQueueUnavailableException>(() => queue.Take(1, Lease, default));
        queue.Dispose();
    }

    private SqliteWorkQueue Open() => SqliteWorkQueue.Open(folder.Queue, clock);

    private void Write(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={folder.Queue};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
