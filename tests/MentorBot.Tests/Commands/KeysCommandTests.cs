using MentorBot.Adapters.Embedded;
using MentorBot.Domain;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using MentorBot.Testing.Sealing;
using NodaTime;

namespace MentorBot.Tests.Commands;

/// <summary>The keys, by whoever keeps the bot.</summary>
public sealed class KeysCommandTests : IDisposable
{
    private static readonly TenantId Tenant = new("sample-tenant");
    private static readonly Owner Ana = Owner.Person(Tenant, new("ana.lima"));
    private static readonly Owner Ben = Owner.Person(Tenant, new("ben.carter"));
    private static readonly SealedPlace Place = new(new(Table.People, "sample-tenant|somebody"), "offer", "about", 1, 1);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("keys-");

    private string Data => Path.Combine(folder.FullName, ".mentorbot");

    private string MasterKey => Path.Combine(Data, "master.key");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_rotation_says_what_it_did_and_what_was_sealed_opens_after_it()
    {
        var words = await On(async (keys, sealer, _) =>
        {
            await keys.Erase(Ben, default);
            return await Seal(sealer, "words");
        });
        var old = await File.ReadAllBytesAsync(MasterKey);

        var rotated = await BotProcess.Run(folder.FullName, "", "keys", "rotate");

        Assert.Equal((0, ""), (rotated.ExitCode, rotated.Errors));
        Assert.Contains("Wrapped anew: 1. Under the newest master key already: 0. Erased, and staying so: 1.", rotated.Output, StringComparison.Ordinal);
        Assert.Contains("back it up, apart from the data", rotated.Output, StringComparison.Ordinal);
        Assert.NotEqual(old, await File.ReadAllBytesAsync(MasterKey));
        Assert.Equal([MasterKey], Directory.GetFiles(Data, "master.key*"));
        Assert.Equal("words", await On((_, sealer, _) => Open(sealer, words)));
    }

    [Fact]
    public async Task A_key_that_cannot_be_unwrapped_is_told_without_whose_it_is_and_the_older_master_key_stays()
    {
        var words = await On((_, sealer, _) => Seal(sealer, "words"));
        await On(async (_, sealer, store) =>
        {
            await Seal(sealer, "words", Ben);
            var row = await store.Get(new(Table.Keys, Ben.Key), "key", default);
#pragma warning disable RS0030 // Somebody's doing, not the bot's.
            return await store.Transact(new(Table.Keys, Ben.Key), [new Write.Upsert("key", new Dictionary<string, object>(row!.Properties) { ["wrapped"] = new byte[61] })], default);
#pragma warning restore RS0030
        });

        var rotated = await BotProcess.Run(folder.FullName, "", "keys", "rotate");

        Assert.Equal(2, rotated.ExitCode);
        Assert.Contains("Could not be unwrapped, and stay as they are: 1 (person).", rotated.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("ben.carter", rotated.Output + rotated.Errors, StringComparison.Ordinal);
        Assert.True(File.Exists(MasterKey + ".next"));
        Assert.Equal("words", await On((_, sealer, _) => Open(sealer, words)));
    }

    [Fact]
    public async Task What_was_erased_after_a_backup_is_erased_again_when_it_is_put_back()
    {
        var pair = Owner.Relationship(Tenant, "r1");
        var words = await On(async (_, sealer, _) => (await Seal(sealer, "words"), await Seal(sealer, "of both", pair)));
        var backup = Directory.GetFiles(Data).ToDictionary(file => file, File.ReadAllBytes);
        await On(async (keys, _, _) =>
        {
            await keys.Erase(pair, default);
            await keys.Erase(Ana, default);
            await keys.BeginAfresh(Ana, default);
            return 0;
        });

        var listed = await BotProcess.Run(folder.FullName, "", "keys", "tombstones", "erased.txt");
        Assert.Equal((0, ""), (listed.ExitCode, listed.Errors));
        var again = await BotProcess.Run(folder.FullName, "", "keys", "tombstones", "erased.txt");
        Assert.Equal(2, again.ExitCode);
        Assert.Contains("is there already", again.Errors, StringComparison.Ordinal);
        var list = Path.Combine(folder.FullName, "erased.txt");
        Assert.Equal(["sample-tenant|person|ana.lima", "sample-tenant|relationship|r1"], (await File.ReadAllLinesAsync(list)).Select(line => line.Split(' ')[1]));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(list));

        foreach (var file in Directory.GetFiles(Data))
            File.Delete(file);
        foreach (var (file, content) in backup)
            await File.WriteAllBytesAsync(file, content);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(MasterKey, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Assert.Equal("of both", await On((_, sealer, _) => Open(sealer, words.Item2, pair)));

        Assert.Contains("Erased again: 2 of 2.", (await BotProcess.Run(folder.FullName, "", "keys", "bury", "erased.txt")).Output, StringComparison.Ordinal);
        await On(async (_, sealer, store) =>
        {
            await Assert.ThrowsAsync<SealBrokenException>(() => Open(sealer, words.Item2, pair));
            Assert.NotNull(await store.Get(PartitionOf.Person(Tenant, new("ana.lima")), "forgetting", default));
            return 0;
        });
    }

    [Theory]
    [InlineData("rotate")]
    [InlineData("tombstones", "erased.txt")]
    public async Task Where_no_bot_was_ever_started_nothing_is_made(params string[] words)
    {
        var elsewhere = Directory.CreateDirectory(Path.Combine(folder.FullName, "elsewhere"));

        var refused = await BotProcess.Run(elsewhere.FullName, "", ["keys", .. words]);

        Assert.Equal(2, refused.ExitCode);
        Assert.StartsWith("There are no rows in", refused.Errors, StringComparison.Ordinal);
        Assert.Empty(elsewhere.GetFileSystemInfos());
    }

    [Fact]
    public async Task A_list_with_something_else_in_it_erases_nothing()
    {
        var words = await On((_, sealer, _) => Seal(sealer, "words"));
        await File.WriteAllLinesAsync(Path.Combine(folder.FullName, "erased.txt"), ["2026-03-02T09:00:00Z sample-tenant|person|ana.lima", "and so on"]);

        var refused = await BotProcess.Run(folder.FullName, "", "keys", "bury", "erased.txt");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("line 2", refused.Errors, StringComparison.Ordinal);
        Assert.Equal("words", await On((_, sealer, _) => Open(sealer, words)));
    }

    [Theory]
    [InlineData("Say what to do with the keys", "keys")]
    [InlineData("Say what to do with the keys", "keys", "dance")]
    [InlineData("Say what to do with the keys", "keys", "bury")]
    [InlineData("none.txt", "keys", "bury", "none.txt")]
    [InlineData("would not notice a new key file", "keys", "rotate", "--Storage:Kind", "Azure", "--Storage:ConnectionString", "UseDevelopmentStorage=true")]
    public async Task What_cannot_be_done_is_said_plainly(string said, params string[] typed)
    {
        var refused = await BotProcess.Run(folder.FullName, "", typed);

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains(said, refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_bot_runs_on_the_folder_nothing_is_rotated()
    {
        await On((_, sealer, _) => Seal(sealer, "words"));
        await using var running = SqliteRowStore.Open(Path.Combine(Data, "rows.db"));

        var refused = await BotProcess.Run(folder.FullName, "", "keys", "rotate");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("Another MentorBot is using this folder", refused.Errors, StringComparison.Ordinal);
        Assert.False(File.Exists(MasterKey + ".next"));
    }

    private static Task<byte[]> Seal(Sealer sealer, string words, Owner? owner = null) => sealer.Seal(owner ?? Ana, Place, Confidential.From(words)!, default);

    private static async Task<string> Open(Sealer sealer, byte[] bytes, Owner? owner = null) => (await sealer.Open(owner ?? Ana, Place, bytes, default)).Reveal();

    /// <summary>In a process of its own, as it were.</summary>
    private async Task<T> On<T>(Func<DataKeys, Sealer, IRowStore, Task<T>> work)
    {
        await using var store = SqliteRowStore.Open(Path.Combine(Data, "rows.db"));
        using var keyFile = KeyFiles.At(MasterKey);
        using var keys = new DataKeys(store, new Decisions(store, new Nudges()), keyFile, SystemClock.Instance);
        return await work(keys, new Sealer(keys), store);
    }
}
