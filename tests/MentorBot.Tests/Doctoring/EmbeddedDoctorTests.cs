using MentorBot.Adapters.Embedded;
using MentorBot.Commands;
using MentorBot.Storage.Rows;
using MentorBot.Testing.Rows;
using MentorBot.Testing.Sealing;
using MentorBot.Testing.Towns;
using MentorBot.Tests.Commands;
using MentorBot.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Tests.Doctoring;

/// <summary>What the doctor says of a bot on this machine alone.</summary>
public sealed class EmbeddedDoctorTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("doctor-");

    private string Key => Path.Combine(folder.FullName, "master.key");

    private string Rows => Path.Combine(folder.FullName, "rows.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task Typed_in_an_empty_folder_it_makes_nothing()
    {
        var seen = await BotProcess.Run(folder.FullName, "", "doctor");

        Assert.Equal((0, ""), (seen.ExitCode, seen.Errors));
        Assert.Contains("ok   settings: identity: no bot app id, so this machine only;", seen.Output, StringComparison.Ordinal);
        Assert.Contains("ok   rows: there are none yet", seen.Output, StringComparison.Ordinal);
        Assert.Empty(folder.GetFileSystemInfos());
    }

    [Fact]
    public async Task Settings_that_are_wrong_are_refused_as_everywhere()
    {
        var refused = await BotProcess.Run(folder.FullName, "", "doctor", "--Programme:ErasureDays", "0");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("  Programme:ErasureDays: ", refused.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_and_key_are_looked_at_where_they_lie()
    {
        await MakeBoth();

        var (exitCode, said) = await See();

        Assert.Equal(0, exitCode);
        Assert.Contains($"ok   key file: {Key} is whole", said, StringComparison.Ordinal);
        Assert.Contains($"ok   rows: a row was written to {Rows}, read and removed.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_without_their_key_are_not_opened_and_no_key_is_made()
    {
        await MakeBoth();
        File.Delete(Key);

        var (exitCode, said) = await See();

        Assert.Equal(1, exitCode);
        Assert.Contains($"FAIL key file: There is no key file at {Key}.", said, StringComparison.Ordinal);
        Assert.Contains("       → Keep what is in the file", said, StringComparison.Ordinal);
        Assert.Contains("skipped rows: it needs \"key file\".", said, StringComparison.Ordinal);
        Assert.False(File.Exists(Key));
    }

    [Fact]
    public async Task A_master_key_that_the_data_was_not_sealed_with_is_said_and_nothing_is_changed()
    {
        await using (var rows = SqliteRowStore.Open(Rows))
            await SomethingSealed.In(rows, Key);
        Assert.Contains("ok   data keys: one of them was unwrapped.", (await See()).Said, StringComparison.Ordinal);
        File.Delete(Key);
        KeyFiles.At(Key).Dispose();
        var other = await File.ReadAllBytesAsync(Key);

        var (exitCode, said) = await See();

        Assert.Equal(1, exitCode);
        Assert.Contains($"ok   key file: {Key} is whole", said, StringComparison.Ordinal);
        Assert.Contains("FAIL data keys: A data key was wrapped by the master key", said, StringComparison.Ordinal);
        Assert.Contains("put the right one in place from its backup", said, StringComparison.Ordinal);
        Assert.Equal(other, await File.ReadAllBytesAsync(Key));
    }

    [Fact]
    public async Task Beside_a_storage_account_that_holds_data_keys_a_key_file_that_is_not_there_is_lost()
    {
        var account = new MemoryRowStore();
        await SomethingSealed.In(account, Path.Combine(folder.FullName, "elsewhere", "master.key"));
        using var output = new StringWriter();

        var exitCode = await DoctorCommand.Run(
            TestTown.Settings("Storage:Kind=Azure", "Storage:ConnectionString=nonsense", $"Data:Folder={folder.FullName}"), output, builder => builder.Services.AddSingleton<IRowStore>(account));

        var said = output.ToString();

        Assert.Equal(1, exitCode);
        Assert.Contains("ok   tables: ", said, StringComparison.Ordinal);
        Assert.Contains($"FAIL data keys: There is no key file at {Key}. Put back the one that belongs to this data", said, StringComparison.Ordinal);
        Assert.False(File.Exists(Key));
    }

    [Fact]
    public async Task A_connection_string_that_is_none_is_not_repeated()
    {
        var (_, said) = await See("Storage:Kind=Azure", "Storage:ConnectionString=nonsense");

        Assert.Contains("FAIL tables: Storage:ConnectionString: it names no storage account.", said, StringComparison.Ordinal);
        Assert.Contains("skipped data keys: it needs \"tables\".", said, StringComparison.Ordinal);
        Assert.DoesNotContain("nonsense", said, StringComparison.Ordinal);
        Assert.False(File.Exists(Key));
    }

    [Theory]
    [InlineData("")]
    [InlineData("below")]
    [InlineData("below/it")]
    public async Task Where_a_file_is_in_the_way_of_the_folder_it_is_named(string below)
    {
        var file = Path.Combine(folder.FullName, "file");
        await File.WriteAllTextAsync(file, "");

        var (exitCode, said) = await SeeIn(Path.Combine(file, below));

        Assert.Equal(1, exitCode);
        Assert.Contains($"FAIL key file: there is none yet in {Path.Combine(file, below)}, and none can be made: {file} is a file, and no folder.", said, StringComparison.Ordinal);
        Assert.Contains("skipped rows: it needs \"key file\".", said, StringComparison.Ordinal);
        Assert.Equal([file], Directory.GetFileSystemEntries(folder.FullName));
    }

    [Fact]
    public async Task Where_this_account_may_not_write_it_is_said()
    {
        if (!OperatingSystem.IsLinux())
            return;

        // There nobody makes a file, whatever rights they have.
        var (exitCode, said) = await SeeIn("/proc/mentorbot/data");

        Assert.Equal(1, exitCode);
        Assert.Contains("FAIL key file: there is none yet in /proc/mentorbot/data, and none can be made: /proc is a folder in which this account may not write.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_file_that_others_may_read_is_said()
    {
        if (OperatingSystem.IsWindows())
            return;
        await MakeBoth();
        File.SetUnixFileMode(Key, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);

        var (exitCode, said) = await See();

        Assert.Equal(1, exitCode);
        Assert.Contains("its rights are 0640. Take them away (chmod 600)", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_the_bot_runs_on_the_folder_it_is_to_be_stopped_first()
    {
        await MakeBoth();
        await using var running = SqliteRowStore.Open(Rows);

        var (exitCode, said) = await See();

        Assert.Equal(1, exitCode);
        Assert.Contains("FAIL rows: Another MentorBot is using this folder", said, StringComparison.Ordinal);
        Assert.Contains("       → Stop it first", said, StringComparison.Ordinal);
    }

    private async Task MakeBoth()
    {
        KeyFiles.At(Key).Dispose();
        await using var rows = SqliteRowStore.Open(Rows);
    }

    private Task<(int ExitCode, string Said)> See(params string[] otherwise) => SeeIn(folder.FullName, otherwise);

    private static async Task<(int ExitCode, string Said)> SeeIn(string folder, params string[] otherwise)
    {
        using var output = new StringWriter();
        return (await DoctorCommand.Run(TestTown.Settings(otherwise) with { DataFolder = folder }, output), output.ToString());
    }
}
