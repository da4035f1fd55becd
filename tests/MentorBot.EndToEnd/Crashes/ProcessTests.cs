namespace MentorBot.EndToEnd.Crashes;

/// <summary>How the bot's process ends, and when it does not begin.</summary>
public sealed class ProcessTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("process-");

    [Fact]
    public async Task Asked_to_end_it_ends_in_good_order()
    {
        await using var bot = await ChildBot.Start(folder.FullName);
        Assert.Equal(0, await bot.Stop());
        Assert.DoesNotContain(bot.LogLines, line => line.Contains("Unhandled", StringComparison.Ordinal) || line.Contains("fail:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Second_bot_on_the_same_folder_is_refused_in_a_sentence()
    {
        await using var first = await ChildBot.Start(folder.FullName);

        var (exitCode, said) = await ChildBot.StartRefused(folder.FullName);

        Assert.Equal(2, exitCode);
        Assert.Equal(
            $"MentorBot cannot start: Another MentorBot is using this folder: {folder.FullName}. Stop it first, or give this one a folder of its own.",
            said);
        Assert.Equal(0, await first.Stop());
    }

    [Fact]
    public async Task Data_whose_key_is_gone_is_refused_in_a_sentence()
    {
        await using (var first = await ChildBot.Start(folder.FullName))
            await first.Stop();
        File.Delete(Path.Combine(folder.FullName, "master.key"));

        var (exitCode, said) = await ChildBot.StartRefused(folder.FullName);

        Assert.Equal(2, exitCode);
        Assert.StartsWith("MentorBot cannot start: There is no key file at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_of_a_newer_version_is_refused_in_a_sentence()
    {
        await using (var first = await ChildBot.Start(folder.FullName))
            await first.Stop();
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(folder.FullName, Hosting.AdapterServices.Rows)};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 9";
            command.ExecuteNonQuery();
        }

        var (exitCode, said) = await ChildBot.StartRefused(folder.FullName);

        Assert.Equal(2, exitCode);
        Assert.Contains("was written by a newer MentorBot", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
