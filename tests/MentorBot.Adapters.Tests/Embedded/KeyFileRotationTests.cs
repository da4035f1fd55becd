using System.Collections.Immutable;
using MentorBot.Adapters.Embedded;
using MentorBot.Domain;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using MentorBot.Testing.Rows;
using MentorBot.Testing.Sealing;
using NodaTime;

namespace MentorBot.Adapters.Tests.Embedded;

/// <summary>The key file and the rows together: whatever happens on the way, everything opens, and the rotation can be gone on with.</summary>
public sealed class KeyFileRotationTests : IDisposable
{
    private const int People = 5;
    private static readonly SealedPlace Place = new(new(Table.People, "contoso|somebody"), "offer", "about", 1, 1);
    private readonly StoreFolder folder = new();

    private string KeyPath => Path.Combine(folder.Path, "master.key");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task After_a_rotation_everything_opens_and_the_old_master_key_opens_nothing()
    {
        var words = await SealForEverybody();
        var old = await File.ReadAllBytesAsync(KeyPath);

        Assert.Equal((People, 0), await RotateToTheEnd());

        Assert.Equal([KeyPath], Directory.GetFiles(folder.Path, "master.key*"));
        await EverythingOpens(words);
        await File.WriteAllBytesAsync(KeyPath, old);
        await using var bot = Bot.On(folder.File, KeyPath);
        await Assert.ThrowsAsync<SealBrokenException>(() => bot.Open(0, words[0]));
    }

    [Fact]
    public async Task It_may_die_after_any_write_and_the_bot_may_run_before_it_is_gone_on_with()
    {
        var words = await SealForEverybody();
        for (var writes = 0; writes < People; writes++)
        {
            await using (var bot = Bot.On(folder.File, KeyPath))
            {
                var left = writes;
                bot.KeyFile.BeginRotation();
                await Assert.ThrowsAsync<RowStoreUnavailableException>(() => bot.Rotate(new(), new WatchedRowStore(bot.Store)
                {
                    BeforeTransact = _ => left = left > 0 ? left - 1 : throw new RowStoreUnavailableException("It died."),
                }));
            }

            await EverythingOpens(words);
            await using (var bot = Bot.On(folder.File, KeyPath))
                words = words.Add(await bot.Seal(words.Length, $"words {words.Length}"));

            // What was sealed meanwhile is under the new master key already.
            Assert.Equal((words.Length - 1 - writes, writes + 1), await RotateToTheEnd());
            await EverythingOpens(words);
            Assert.Equal([KeyPath], Directory.GetFiles(folder.Path, "master.key*"));
        }
    }

    [Fact]
    public async Task It_may_die_when_all_is_wrapped_anew_and_before_the_new_file_takes_its_place()
    {
        var words = await SealForEverybody();
        await using (var bot = Bot.On(folder.File, KeyPath))
        {
            bot.KeyFile.BeginRotation();
            await bot.Rotate(new());
        }

        await EverythingOpens(words);
        Assert.Equal((0, People), await RotateToTheEnd());
        Assert.Equal([KeyPath], Directory.GetFiles(folder.Path, "master.key*"));
        await EverythingOpens(words);
    }

    [Fact]
    public async Task Begun_twice_it_makes_one_new_master_key()
    {
        await SealForEverybody();
        string id;
        await using (var bot = Bot.On(folder.File, KeyPath))
        {
            bot.KeyFile.BeginRotation();
            id = bot.KeyFile.MasterKeyId;
            bot.KeyFile.BeginRotation();
            Assert.Equal(id, bot.KeyFile.MasterKeyId);
        }

        await using var next = Bot.On(folder.File, KeyPath);
        Assert.Equal(id, next.KeyFile.MasterKeyId);
    }

    [Fact]
    public async Task A_damaged_new_file_is_refused_with_a_reason()
    {
        await SealForEverybody();
        await using (var bot = Bot.On(folder.File, KeyPath))
            bot.KeyFile.BeginRotation();
        var content = await File.ReadAllBytesAsync(KeyPath + ".next");
        content[30] ^= 1;
        await File.WriteAllBytesAsync(KeyPath + ".next", content);

        Assert.StartsWith($"The key file {KeyPath}.next is damaged", Assert.IsType<KeyFileOpening.Refused>(KeyFile.Open(KeyPath)).Reason, StringComparison.Ordinal);
    }

    private async Task<ImmutableArray<byte[]>> SealForEverybody()
    {
        await using var bot = Bot.On(folder.File, KeyPath);
        var words = ImmutableArray<byte[]>.Empty;
        for (var person = 0; person < People; person++)
            words = words.Add(await bot.Seal(person, $"words {person}"));
        return words;
    }

    private async Task EverythingOpens(ImmutableArray<byte[]> words)
    {
        await using var bot = Bot.On(folder.File, KeyPath);
        for (var person = 0; person < words.Length; person++)
            Assert.Equal($"words {person}", (await bot.Open(person, words[person])).Reveal());
    }

    private async Task<(int Rewrapped, int Current)> RotateToTheEnd()
    {
        await using var bot = Bot.On(folder.File, KeyPath);
        var count = new RotationCount();
        bot.KeyFile.BeginRotation();
        await bot.Rotate(count);
        Assert.Empty(count.Closed);
        bot.KeyFile.FinishRotation();
        return (count.Rewrapped, count.Current);
    }

    /// <summary>The bot's own parts, on files, as a process has them.</summary>
    private sealed class Bot : IAsyncDisposable
    {
        private readonly DataKeys keys;
        private readonly Sealer sealer;

        private Bot(SqliteRowStore store, KeyFile keyFile)
        {
            (Store, KeyFile) = (store, keyFile);
            keys = new(store, new(store, new Nudges()), keyFile, SystemClock.Instance);
            sealer = new(keys);
        }

        public SqliteRowStore Store { get; }

        public KeyFile KeyFile { get; }

        public static Bot On(string rows, string key) => new(SqliteRowStore.Open(rows), KeyFiles.At(key));

        public Task<byte[]> Seal(int person, string words) => sealer.Seal(OwnerOf(person), Place, Confidential.From(words)!, default);

        public Task<Confidential> Open(int person, byte[] bytes) => sealer.Open(OwnerOf(person), Place, bytes, default);

        public Task Rotate(RotationCount count, IRowStore? through = null) =>
            new KeyRotation(through ?? Store, Store, new Decisions(through ?? Store, new Nudges()), KeyFile).Run(count, default);

        public async ValueTask DisposeAsync()
        {
            keys.Dispose();
            KeyFile.Dispose();
            await Store.DisposeAsync();
        }

        private static Owner OwnerOf(int person) => Owner.Person(new("contoso"), new($"person-{person}"));
    }
}
