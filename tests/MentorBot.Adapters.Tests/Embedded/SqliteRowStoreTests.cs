using System.Text;
using MentorBot.Adapters.Embedded;
using MentorBot.Storage.Rows;
using Microsoft.Data.Sqlite;
using static MentorBot.Adapters.Tests.Embedded.RowStoreExtensions;

namespace MentorBot.Adapters.Tests.Embedded;

public sealed class SqliteRowStoreTests : IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Rows_and_their_versions_are_there_after_reopening()
    {
        string etag;
        await using (var store = SqliteRowStore.Open(folder.File))
        {
            await store.Done(Insert("a", 1), Insert("b", 2));
            etag = await store.ETag("a");
        }

        await using var again = SqliteRowStore.Open(folder.File);

        Assert.Equal("a=1 b=2", await again.All());
        await again.Done(new Write.Replace("a", etag, Number(3)));
    }

    [Fact]
    public async Task A_version_does_not_return_after_reopening()
    {
        string etag;
        await using (var store = SqliteRowStore.Open(folder.File))
        {
            await store.Done(Insert("row", 1));
            etag = await store.ETag("row");
            await store.Done(new Write.Delete("row", etag));
        }

        await using var again = SqliteRowStore.Open(folder.File);
        await again.Done(Insert("row", 1));

        Assert.IsType<Commit.Conflict>(await again.Transact(new Write.Replace("row", etag, Number(2))));
    }

    [Fact]
    public async Task A_version_does_not_return_after_an_older_file_is_restored()
    {
        await using (var store = SqliteRowStore.Open(folder.File))
            await store.Done(Insert("row", 1));
        var backup = await File.ReadAllBytesAsync(folder.File);

        var etags = new List<string>();
        for (var round = 0; round < 3; round++)
        {
            await File.WriteAllBytesAsync(folder.File, backup);
            await using var store = SqliteRowStore.Open(folder.File);
            await store.Done(Upsert("row", 2));
            etags.Add(await store.ETag("row"));
        }

        Assert.Distinct(etags);
    }

    [Theory]
    [InlineData("W/\"0\"")]
    [InlineData("1")]
    [InlineData("0000000000000000")]
    [InlineData("zzzzzzzzzzzzzzzz")]
    public async Task An_etag_from_elsewhere_is_no_version(string etag)
    {
        await using var store = SqliteRowStore.Open(folder.File);
        await store.Done(Insert("row", 1));

        Assert.IsType<Commit.Conflict>(await store.Transact(new Write.Delete("row", etag)));
        Assert.IsType<Commit.Conflict>(await store.Transact(new Write.Replace("row", etag, Number(2))));
    }

    [Fact]
    public async Task The_writer_keeps_a_log_and_waits_for_the_disk()
    {
        var pragmas = new Dictionary<string, string?>();
        await using var store = SqliteRowStore.Open(folder.File, writer =>
        {
            foreach (var name in new[] { "journal_mode", "synchronous", "secure_delete", "user_version" })
                pragmas[name] = Scalar(writer, $"PRAGMA {name}");
        });

        Assert.Equal("wal", pragmas["journal_mode"]);
        Assert.Equal("2", pragmas["synchronous"]);
        Assert.Equal("1", pragmas["secure_delete"]);
        Assert.Equal("1", pragmas["user_version"]);
    }

    [Fact]
    public async Task Empty_keys_are_keys()
    {
        await using var store = SqliteRowStore.Open(folder.File);
        var partition = new Partition(Table.Keys, "");

        Assert.IsType<Commit.Done>(await store.Transact(partition, [Insert("", 1)], default));

        Assert.Equal(1L, (await store.Get(partition, "", default))?.Properties["Number"]);
        Assert.Null(await store.Get(new Partition(Table.Due, ""), "", default));
    }

    [Fact]
    public async Task Nobody_else_may_read_the_files()
    {
        if (OperatingSystem.IsWindows())
            return;

        await using var store = SqliteRowStore.Open(folder.File);
        await store.Done(Insert("row"));
        _ = await store.Get("row");

        const UnixFileMode file = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Assert.Equal(file | UnixFileMode.UserExecute, File.GetUnixFileMode(folder.Path));
        var files = Directory.GetFiles(folder.Path);
        Assert.Equal(["rows.db", "rows.db-shm", "rows.db-wal", "rows.db.lock"], files.Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (var path in files)
            Assert.Equal(file, File.GetUnixFileMode(path));
    }

    [Fact]
    public async Task A_file_that_others_could_read_is_taken_from_them()
    {
        if (OperatingSystem.IsWindows())
            return;

        await using (var store = SqliteRowStore.Open(folder.File))
            await store.Done(Insert("row"));
        File.SetUnixFileMode(folder.File, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        await using var again = SqliteRowStore.Open(folder.File);

        foreach (var path in Directory.GetFiles(folder.Path))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public async Task What_was_deleted_or_replaced_is_in_no_file_once_the_store_is_closed()
    {
        static Dictionary<string, object> Bag(string text) => new() { ["Text"] = text, ["Bytes"] = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(text, 500))) };
        await using (var store = SqliteRowStore.Open(folder.File))
        {
            await store.Done(new Write.Insert("deleted", Bag("canary-one")), new Write.Insert("replaced", Bag("canary-two")), new Write.Insert("kept", Bag("canary-three")));
            await store.Done(new Write.Delete("deleted", await store.ETag("deleted")), new Write.Upsert("replaced", Bag("other")));
        }

        var content = string.Concat(Directory.GetFiles(folder.Path).Select(path => Encoding.Latin1.GetString(File.ReadAllBytes(path))));
        Assert.DoesNotContain("canary-one", content, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-two", content, StringComparison.Ordinal);
        Assert.Contains("canary-three", content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_store_on_the_same_file_is_refused_until_the_first_is_closed()
    {
        await using (var first = SqliteRowStore.Open(folder.File))
        {
            var refusal = Assert.Throws<RowStoreUnavailableException>(() => SqliteRowStore.Open(folder.File));
            Assert.StartsWith($"Another MentorBot is using this folder: {folder.Path}.", refusal.Message, StringComparison.Ordinal);
            await first.Done(Insert("row", 1));
        }

        await using var second = SqliteRowStore.Open(folder.File);
        Assert.Equal("row=1", await second.All());
    }

    [Fact]
    public async Task What_a_killed_process_leaves_behind_is_no_obstacle()
    {
        await using (var store = SqliteRowStore.Open(folder.File))
            await store.Done(Insert("row", 1));
        Assert.True(File.Exists(folder.File + ".lock"));
        await File.WriteAllTextAsync(folder.File + "-shm", "left over");

        await using var again = SqliteRowStore.Open(folder.File);
        Assert.Equal("row=1", await again.All());
    }

    [Fact]
    public async Task A_file_of_a_newer_format_is_refused_and_left_as_it_is()
    {
        await using (var store = SqliteRowStore.Open(folder.File))
            await store.Done(Insert("row", 1));
        SetFormat(2);
        var before = await File.ReadAllBytesAsync(folder.File);

        for (var attempt = 0; attempt < 2; attempt++)
        {
            var refusal = Assert.Throws<InvalidDataException>(() => SqliteRowStore.Open(folder.File));
            Assert.Contains("newer MentorBot (its format is 2, this one knows 1)", refusal.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, await File.ReadAllBytesAsync(folder.File));
        SetFormat(1);
        await using var again = SqliteRowStore.Open(folder.File);
        Assert.Equal("row=1", await again.All());
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        Directory.CreateDirectory(folder.Path);
        await File.WriteAllTextAsync(folder.File, string.Concat(Enumerable.Repeat("a letter, not a database\n", 500)));
        var before = await File.ReadAllBytesAsync(folder.File);

        var refusal = Assert.Throws<RowStoreUnavailableException>(() => SqliteRowStore.Open(folder.File));

        Assert.Contains(folder.File, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllBytesAsync(folder.File));
    }

    [Fact]
    public async Task A_full_disk_is_an_outage_that_passes()
    {
        await using var store = SqliteRowStore.Open(folder.File, writer => Scalar(writer, "PRAGMA max_page_count = 40"));
        static Write.Insert Large(string key) => new(key, new Dictionary<string, object> { ["Number"] = 0L, ["Bytes"] = new byte[20_000] });

        var written = 0;
        var outage = await Assert.ThrowsAsync<RowStoreUnavailableException>(async () =>
        {
            for (; ; written++)
                await store.Done(Large($"large-{written:D2}"), Insert($"small-{written:D2}"));
        });
        Assert.Equal(13, Assert.IsType<SqliteException>(outage.InnerException).SqliteErrorCode);

        Assert.InRange(written, 1, 39);
        Assert.Equal(2 * written, (await store.All()).Split(' ').Length);
        Assert.Null(await store.Get($"large-{written:D2}"));
        Assert.Null(await store.Get($"small-{written:D2}"));

        await store.Done(new Write.Delete("large-00", await store.ETag("large-00")));
        await store.Done(Large("large-again"));
    }

    [Fact]
    public async Task A_closed_store_is_unavailable()
    {
        var store = SqliteRowStore.Open(folder.File);
        await store.Done(Insert("row"));
        await store.DisposeAsync();
        await store.DisposeAsync();

        await Assert.ThrowsAsync<RowStoreUnavailableException>(() => store.Get("row"));
        await Assert.ThrowsAsync<RowStoreUnavailableException>(() => store.All());
        await Assert.ThrowsAsync<RowStoreUnavailableException>(() => store.Transact(Insert("other")));
    }

    [Fact]
    public async Task A_table_that_was_lost_is_an_outage_for_readers_and_writers()
    {
        await using var store = SqliteRowStore.Open(folder.File);
        await store.Done(Insert("row"));
        Execute("DROP TABLE rows");

        await Assert.ThrowsAsync<RowStoreUnavailableException>(() => store.Get("row"));
        await Assert.ThrowsAsync<RowStoreUnavailableException>(() => store.All());
        await Assert.ThrowsAsync<RowStoreUnavailableException>(() => store.Transact(Insert("other")));
    }

    private static string? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString();
    }

    private void SetFormat(int format) => Execute($"PRAGMA user_version = {format}");

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={folder.File};Pooling=False");
        connection.Open();
        Scalar(connection, sql);
    }
}
