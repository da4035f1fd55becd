using System.Text;
using MentorBot.Domain.MyData;
using MentorBot.Storage.MyData;
using MentorBot.Storage.Sealing;
using NodaTime;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.MyData;

/// <summary>A file that Ana takes along: sealed with her, and given once to whoever has the link.</summary>
public sealed class DownloadRowsTests : IDisposable
{
    private static readonly byte[] File = Encoding.UTF8.GetBytes("canary in the file");

    private readonly StorageRoom room = new();
    private readonly DownloadRows downloads;

    public DownloadRowsTests() =>
        downloads = new(new(room.Rounds, room.Decisions, room.Clock), room.Rounds, room.Decisions, new Sealer(room.KeysOf), Programme, room.Clock);

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task Neither_what_the_link_says_nor_the_file_stands_in_any_row_and_it_gives_the_file_once()
    {
        var secret = await Ready();

        foreach (var hidden in new[] { Encoding.UTF8.GetBytes(secret), Convert.FromHexString(secret), File })
            Assert.DoesNotContain(room.Rows.All, each => Bytes.Of(each.Row).AsSpan().IndexOf(hidden) >= 0 || $"{each.Partition}{each.Row.Key}".Contains(secret, StringComparison.Ordinal));
        Assert.Null(await downloads.Take(new string('0', secret.Length), Now, default));
        Assert.Equal(File, (await downloads.Take(secret, Now, default))!.Value.ToArray());
        Assert.Null(await downloads.Take(secret, Now, default));
    }

    [Fact]
    public async Task After_a_day_the_link_gives_nothing()
    {
        var secret = await Ready();
        room.Clock.Advance(Duration.FromHours(24));

        Assert.Null(await downloads.Take(secret, Now, default));
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

        Assert.Null(await downloads.Take(secret, Now, default));
    }

    private Instant Now => room.Clock.Now;

    private async Task<string> Ready()
    {
        await downloads.Decide(Ana, found => Downloading.Ask(found, Ana, 0), default);
        var parts = await downloads.Fill(Ana, 1, File, default);
        await downloads.Decide(Ana, found => Downloading.Made(found, 1, parts!.Value, Now), default);
        return (await downloads.NewLink(Ana, 1, default))!;
    }
}
