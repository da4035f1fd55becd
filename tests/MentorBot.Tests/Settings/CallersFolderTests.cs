using MentorBot.Settings;

namespace MentorBot.Tests.Settings;

public sealed class CallersFolderTests : IDisposable
{
    private readonly DirectoryInfo project = Directory.CreateTempSubdirectory("project-");
    private readonly DirectoryInfo other = Directory.CreateTempSubdirectory("other-");

    public CallersFolderTests() => File.WriteAllText(Path.Combine(project.FullName, "MentorBot.csproj"), "");

    public void Dispose()
    {
        project.Delete(recursive: true);
        other.Delete(recursive: true);
    }

    [Fact]
    public void From_the_projects_folder_it_is_the_shells() => Assert.Equal(other.FullName, CallersFolder.Of(project.FullName, other.FullName));

    [Fact]
    public void Anywhere_else_what_the_environment_says_may_be_somebody_elses() => Assert.Equal(other.FullName, CallersFolder.Of(other.FullName, project.FullName));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/nowhere/at/all")]
    public void What_is_no_folder_is_none(string? shells) => Assert.Equal(project.FullName, CallersFolder.Of(project.FullName, shells));
}
