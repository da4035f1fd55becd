using System.Diagnostics;
using MentorBot.Rehearsal.Azurite;

namespace MentorBot.Rehearsal.Tests.Azurite;

/// <summary>Where the program lies that a rehearsal runs.</summary>
public sealed class AzuriteProgramTests : IDisposable
{
    private const UnixFileMode OwnersAlone = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly DirectoryInfo userData = Directory.CreateTempSubdirectory("user-data-");

    private string Place => Path.Combine(userData.FullName, "mentorbot", "azurite-1");

    public void Dispose() => userData.Delete(recursive: true);

    [Fact]
    public async Task It_lies_in_a_folder_of_the_user_that_nobody_else_may_open()
    {
        var folder = await AzuriteProgram.Folder(userData.FullName, "1");

        Assert.Equal(Place, folder);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(folder) == OwnersAlone);
        Assert.Equal(folder, await AzuriteProgram.Folder(userData.FullName, "1"));
    }

    [Fact]
    public async Task Many_who_come_at_once_get_the_same()
    {
        var folders = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => AzuriteProgram.Folder(userData.FullName, "1"))));

        Assert.All(folders, folder => Assert.Equal(Place, folder));
    }

    [Theory]
    [InlineData(UnixFileMode.OtherWrite)]
    [InlineData(UnixFileMode.GroupWrite)]
    [InlineData(UnixFileMode.OtherRead)]
    public async Task A_folder_that_others_may_use_is_refused(UnixFileMode more)
    {
        if (OperatingSystem.IsWindows())
            return;
        Directory.CreateDirectory(Place);
        File.SetUnixFileMode(Place, OwnersAlone | more);

        await Refused();
    }

    [Fact]
    public async Task A_link_to_somewhere_else_is_refused()
    {
        var elsewhere = userData.CreateSubdirectory("elsewhere");
        Directory.CreateDirectory(Path.GetDirectoryName(Place)!);
        Directory.CreateSymbolicLink(Place, elsewhere.FullName);

        await Refused();
    }

    /// <summary>Only who may do everything can give a folder away; anybody else would not even get into one that is its owner's alone.</summary>
    [Fact]
    public async Task A_folder_of_somebody_else_is_refused()
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
            return;
        await AzuriteProgram.Folder(userData.FullName, "1");
        using var giving = Process.Start("chown", ["65534", Place]);
        await giving.WaitForExitAsync();

        await Refused();
    }

    [Fact]
    public async Task Without_a_home_it_lies_in_a_fresh_folder_of_this_process()
    {
        var none = await AzuriteProgram.Folder("", "1");
        var file = Path.Combine(userData.FullName, "file");
        await File.WriteAllTextAsync(file, "");
        var impossible = await AzuriteProgram.Folder(file, "1");

        Assert.Equal(none, impossible);
        Assert.StartsWith(Path.GetTempPath(), none, StringComparison.Ordinal);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(none) == OwnersAlone);
    }

    private async Task Refused()
    {
        var refusal = await Assert.ThrowsAsync<RehearsalException>(() => AzuriteProgram.Folder(userData.FullName, "1"));
        Assert.Contains(Place, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("Delete it", refusal.Message, StringComparison.Ordinal);
    }
}
