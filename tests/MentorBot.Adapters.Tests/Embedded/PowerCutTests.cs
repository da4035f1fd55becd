using System.Globalization;
using MentorBot.Adapters.Embedded;
using MentorBot.Storage.Rows;
using static MentorBot.Adapters.Tests.Embedded.RowStoreExtensions;

namespace MentorBot.Adapters.Tests.Embedded;

/// <summary>
/// A power cut leaves the database and a part of the log: copies of both, the log cut or spoilt, are opened as after a cut.
/// Transaction n sets three rows to n, deletes one row and inserts another, so that half of it would show.
/// </summary>
public sealed class PowerCutTests : IDisposable
{
    private const int Transactions = 8;
    private const int LogHeader = 32;
    private const int FrameHeader = 24;
    private const int PageSize = 4096;

    private readonly StoreFolder folder = new();
    private readonly StoreFolder copy = new();

    public void Dispose()
    {
        folder.Dispose();
        copy.Dispose();
    }

    [Fact]
    public async Task Wherever_the_log_ends_the_acknowledged_are_whole_and_the_rest_is_not_there()
    {
        var acknowledged = await Write(checkpointEvery: 0);
        var database = acknowledged[0].Database;
        var log = acknowledged[^1].Log;
        Assert.All(acknowledged, moment => Assert.Equal(database, moment.Database));
        Assert.All(acknowledged, moment => Assert.Equal(moment.Log, log[..moment.Log.Length]));

        var cuts = Enumerable.Range(0, 1 + ((log.Length - LogHeader) / (FrameHeader + PageSize)))
            .Select(frame => LogHeader + (frame * (FrameHeader + PageSize)))
            .SelectMany(end => new[] { end - (PageSize / 2), end - 1, end, end + 1, end + FrameHeader })
            .Concat([0, 1, LogHeader - 1])
            .Where(cut => cut >= 0 && cut <= log.Length);
        foreach (var cut in cuts.Distinct())
        {
            var whole = acknowledged.Count(moment => moment.Log.Length <= cut) - 1;
            await AssertHolds(Math.Max(whole, 0), database, log[..cut]);
        }
    }

    [Theory]
    [InlineData("noise")]
    [InlineData("zeros")]
    [InlineData("the log's own beginning")]
    public async Task What_stands_after_the_last_acknowledged_commit_does_no_harm(string rest)
    {
        var acknowledged = await Write(checkpointEvery: 0);

        for (var number = 0; number < acknowledged.Count; number++)
        {
            var (database, log) = acknowledged[number];
            await AssertHolds(number, database, [.. log, .. Rest(rest, log)]);
        }
    }

    [Theory]
    [InlineData("noise")]
    [InlineData("zeros")]
    public async Task A_transaction_torn_in_the_log_is_not_there(string rest)
    {
        var acknowledged = await Write(checkpointEvery: 0);

        for (var number = 1; number < acknowledged.Count; number++)
        {
            var before = acknowledged[number - 1];
            var log = acknowledged[number].Log;
            foreach (var kept in new[] { 1, FrameHeader, FrameHeader + 1, FrameHeader + (PageSize / 2) })
                await AssertHolds(number - 1, before.Database, [.. log[..(before.Log.Length + kept)], .. Rest(rest, log)]);
            await AssertHolds(number - 1, before.Database, [.. log[..^1], (byte)~log[^1], .. Rest(rest, log)]);
        }
    }

    [Fact]
    public async Task A_log_that_has_begun_anew_over_its_old_self_is_read_up_to_the_last_commit()
    {
        var acknowledged = await Write(checkpointEvery: 5);
        Assert.Contains(acknowledged, moment => !moment.Database.SequenceEqual(acknowledged[0].Database));
        Assert.Contains(acknowledged, moment => EndOfLog(moment.Log) < moment.Log.Length);

        for (var number = 0; number < acknowledged.Count; number++)
        {
            var (database, log) = acknowledged[number];
            await AssertHolds(number, database, log);
            await AssertHolds(number, database, log[..EndOfLog(log)]);
            await AssertHolds(number, database, [.. log[..EndOfLog(log)], .. Rest("noise", log)]);
        }
    }

    [Fact]
    public async Task A_database_torn_while_the_log_was_carried_over_is_made_whole()
    {
        var acknowledged = await Write(checkpointEvery: 0);
        var (before, log) = acknowledged[^1];
        await AssertHolds(Transactions, before, log);
        var after = await File.ReadAllBytesAsync(copy.File);
        Assert.NotEqual(before, after);

        var noise = new Random(1);
        for (var round = 0; round < 20; round++)
        {
            var torn = new byte[after.Length];
            before.CopyTo(torn, 0);
            for (var page = 0; page < after.Length; page += PageSize)
            {
                var old = page < before.Length ? before.AsSpan(page, PageSize) : [];
                if (old.SequenceEqual(after.AsSpan(page, PageSize)))
                    continue;
                after.AsSpan(page, noise.Next(PageSize)).CopyTo(torn.AsSpan(page));
            }

            await AssertHolds(Transactions, torn, log);
        }
    }

    /// <summary>The files as they were after each acknowledged transaction; the first is before any.</summary>
    private async Task<List<(byte[] Database, byte[] Log)>> Write(int checkpointEvery)
    {
        await using var store = SqliteRowStore.Open(folder.File, writer =>
        {
            using var command = writer.CreateCommand();
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA wal_autocheckpoint = {checkpointEvery}");
            command.ExecuteScalar();
        });

        var moments = new List<(byte[] Database, byte[] Log)> { Files() };
        for (var number = 1; number <= Transactions; number++)
        {
            await store.Done(Next(number, number == 1 ? null : await store.ETag($"t-{number - 1:D2}")));
            moments.Add(Files());
        }

        return moments;
    }

    private (byte[] Database, byte[] Log) Files() =>
        (File.ReadAllBytes(folder.File), File.Exists(folder.File + "-wal") ? File.ReadAllBytes(folder.File + "-wal") : []);

    private static Write[] Next(int number, string? etag)
    {
        var padding = new byte[1_500];
        Array.Fill(padding, (byte)number);
        Dictionary<string, object> bag = new() { ["Number"] = (long)number, ["Padding"] = padding };
        Write[] writes = [new Write.Upsert("a", bag), new Write.Upsert("b", bag), new Write.Upsert("c", bag), Insert($"t-{number:D2}", number)];
        return etag is null ? writes : [.. writes, new Write.Delete($"t-{number - 1:D2}", etag)];
    }

    private async Task AssertHolds(int number, byte[] database, byte[] log)
    {
        Directory.CreateDirectory(copy.Path);
        await File.WriteAllBytesAsync(copy.File, database);
        await File.WriteAllBytesAsync(copy.File + "-wal", log);
        await File.WriteAllBytesAsync(copy.File + "-shm", Rest("noise", log));

        await using var store = SqliteRowStore.Open(copy.File);
        Assert.Equal(number == 0 ? "" : $"a={number} b={number} c={number} t-{number:D2}={number}", await store.All());

        await store.Done(Next(number + 1, number == 0 ? null : await store.ETag($"t-{number:D2}")));
        number++;
        Assert.Equal($"a={number} b={number} c={number} t-{number:D2}={number}", await store.All());
    }

    private static byte[] Rest(string kind, byte[] log)
    {
        var rest = new byte[10_000];
        if (kind == "noise")
            new Random(log.Length).NextBytes(rest);
        else if (kind != "zeros")
            log.AsSpan(0, Math.Min(log.Length, rest.Length)).CopyTo(rest);
        return rest;
    }

    /// <summary>The end of the last frame that carries the salt of the log's header, that is, of its present round.</summary>
    private static int EndOfLog(byte[] log)
    {
        var end = LogHeader;
        while (end + FrameHeader + PageSize <= log.Length && log.AsSpan(end + 8, 8).SequenceEqual(log.AsSpan(16, 8)))
            end += FrameHeader + PageSize;
        return Math.Min(end, log.Length);
    }
}
