using MentorBot.Domain.MyData;
using MentorBot.Storage.MyData;
using MentorBot.Storage.Sealing;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.MyData;

/// <summary>A file that somebody takes with them lies in parts, sealed, for as long as it is theirs to take.</summary>
public sealed class DownloadRowsTests : IDisposable
{
    private static readonly byte[] File = [.. Enumerable.Range(0, 100_000).Select(number => (byte)number)];

    private readonly StorageRoom room = new();
    private readonly DownloadRows downloads;

    public DownloadRowsTests() => downloads = new(room.Records, room.Rows, room.Decisions, new Sealer(room.KeysOf), Programme, room.Clock);

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task It_is_taken_once_with_its_secret_and_with_nothing_else()
    {
        var secret = await Ready();

        Assert.Null(await downloads.Take("somebody's guess", room.Clock.Now, default));
        Assert.Equal(File, (await downloads.Take(secret, room.Clock.Now, default))!.Value.ToArray());
        Assert.Null(await downloads.Take(secret, room.Clock.Now, default));
        await downloads.Clear(Ana, default);
        Assert.Empty(await room.Keys(Of(Ana), "file-"));
    }

    [Fact]
    public async Task The_secret_itself_is_kept_nowhere()
    {
        var secret = await Ready();

        Assert.DoesNotContain(room.Rows.All, each => $"{each.Partition}{each.Row.Key}{string.Join(' ', each.Row.Properties.Values)}".Contains(secret, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_is_put_together_for_somebody_who_was_forgotten_meanwhile_is_not_put_there()
    {
        await downloads.Decide(Ana, found => Downloading.Ask(found, Ana, 0), default);
        await room.Records.Erase(Of(Ana), "", default);

        Assert.Null(await downloads.Fill(Ana, 1, File, default));
        Assert.Empty(await room.Keys(Of(Ana)));
    }

    [Fact]
    public async Task After_the_key_is_gone_the_link_leads_nowhere()
    {
        var secret = await Ready();
        await room.KeysOf.Erase(Owner.Person(Contoso, Ana), default);

        Assert.Null(await downloads.Take(secret, room.Clock.Now, default));
    }

    private async Task<string> Ready()
    {
        await downloads.Decide(Ana, found => Downloading.Ask(found, Ana, 0), default);
        var parts = await downloads.Fill(Ana, 1, File, default);
        await downloads.Decide(Ana, found => Downloading.Made(found, 1, parts!.Value, room.Clock.Now), default);
        return (await downloads.NewLink(Ana, 1, default))!;
    }
}
