using MentorBot.Adapters.AzureStorage;
using MentorBot.Adapters.Embedded;
using MentorBot.Adapters.Identity;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;

namespace MentorBot.Adapters.Tests.AzureStorage;

/// <summary>A backup reads the same from a storage account as from one machine.</summary>
[Collection(TablesOnAzurite.Name)]
public sealed class TableBackupTests(TableServers servers)
{
    [Fact]
    public async Task What_was_written_down_on_one_machine_is_put_back_into_an_account_and_reads_the_same_there()
    {
        var folder = Directory.CreateTempSubdirectory("backup-");
        await using var here = SqliteRowStore.Open(Path.Combine(folder.FullName, "rows.db"));
        var there = await servers.Open(new StorageAccount.ByConnectionString(new Secret(servers.ByKey.ConnectionString)), $"b{Guid.NewGuid():N}");
        for (var person = 0; person < 3; person++)
            await new Decisions(here, new Nudges()).Run(
                new(Table.People, $"contoso|somebody {person} 😀"),
                _ => Task.FromResult(true),
                (_, _) => ValueTask.FromResult(new Plan<bool>(true, [.. Enumerable.Range(0, 40).Select(row => new Write.Insert($"é{row}", Every(row)))], [])),
                default);

        var file = new MemoryStream();
        await Over(here, here).Write(file, default);
        Assert.Equal(120, await Over(there, there).Restore(file, default));

        var again = new MemoryStream();
        await Over(there, there).Write(again, default);
        Assert.Equal(await Lines(file), await Lines(again));
        folder.Delete(recursive: true);
    }

    private static RowBackup Over(IRowWalk walk, IRowStore store) => new(walk, new Decisions(store, new Nudges()));

    private static Dictionary<string, object> Every(int row) => new() { ["zulu"] = row % 2 == 0, ["long"] = (long)row << 40, ["text"] = "\"é\n😀", ["bytes"] = new byte[] { 0, (byte)row } };

    private static async Task<IEnumerable<string>> Lines(MemoryStream file)
    {
        file.Position = 0;
        return (await new StreamReader(file).ReadToEndAsync()).Split('\n').Order(StringComparer.Ordinal);
    }
}
