using System.Text.RegularExpressions;

namespace MentorBot.Tests.Architecture;

public sealed partial class SourceFileTests
{
    private const int MostLines = 300;

    /// <summary>Tests are lists of cases, read one at a time.</summary>
    private const int MostLinesOfTests = 400;

    /// <summary>Types that stand in the file of another, and why.</summary>
    private static readonly Dictionary<string, string> InAnothersFile = new(StringComparer.Ordinal)
    {
        ["PlacesCount"] = "What Places would say itself, were an enum to have members.",
        ["Handle"] = "The shape of what Routes takes.",
        ["RenderNotice"] = "The shape of what Routes takes.",
        ["RenderMention"] = "The shape of what Routes takes.",
        ["TellStanding"] = "The shape of what Routes takes.",
        ["HandleWord"] = "The shape of what Routes takes.",
    };

    private static readonly string[] NamesThatSayNothing = ["Helper", "Manager", "Util", "Utils", "Utility", "Info"];

    [Fact]
    public void A_public_type_stands_in_a_file_of_its_own_name()
    {
        var elsewhere =
            from source in House.Sources("src")
            let file = Path.GetFileName(source).Split('.', '{')[0]
            from line in House.Lines(source)
            let type = PublicType().Match(line).Groups["name"].Value
            where type.Length > 0 && type != file && !InAnothersFile.ContainsKey(type)
            select $"{source} has {type}: move it to {type}.cs, or list it in {nameof(InAnothersFile)} with its reason";

        Assert.Empty(elsewhere);
    }

    [Fact]
    public void No_file_is_longer_than_one_reads()
    {
        var tooLong =
            from folder in new[] { (Name: "src", Most: MostLines), (Name: "standins", Most: MostLines), (Name: "tests", Most: MostLinesOfTests) }
            from source in House.Sources(folder.Name)
            let lines = House.Lines(source).Length
            where lines > folder.Most
            select $"{source} has {lines} lines, more than {folder.Most}: what in it could stand by itself?";

        Assert.Empty(tooLong);
    }

    [Fact]
    public void A_name_says_what_a_thing_is()
    {
        var empty = House.Product.SelectMany(assembly => assembly.GetTypes()).Where(type => NamesThatSayNothing.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal)));

        Assert.Empty(empty);
    }

    /// <summary>Tests mirror src: who looks for the tests of a folder opens the folder of the same name.</summary>
    [Fact]
    public void A_test_folder_has_the_name_of_what_it_tests()
    {
        var strays =
            from tests in House.Folders("tests").Where(folder => folder.EndsWith(".Tests", StringComparison.Ordinal) && !folder.EndsWith("Standins.Tests", StringComparison.Ordinal))
            let project = Path.GetFileName(tests)[..^".Tests".Length]
            let known = FoldersTestedBy(project)
            from folder in House.Folders("tests", Path.GetFileName(tests)).Select(folder => Path.GetFileName(folder)!)
            where folder is not ("Snapshots" or "Properties") && !known.Contains(folder)
            select $"tests/{project}.Tests/{folder}: there is no such folder in src/{project}";

        Assert.Empty(strays);
    }

    [Fact]
    public void A_test_project_has_the_name_of_a_project()
    {
        var projects = House.Folders("tests").Select(folder => Path.GetFileName(folder)!).Where(name => name.EndsWith(".Tests", StringComparison.Ordinal) && name != "Standins.Tests");

        Assert.All(projects, project => Assert.True(Directory.Exists(Path.Combine(House.Root, "src", project[..^".Tests".Length])), project));
    }

    /// <summary>The host's tests also hold what belongs to no project: the house itself, and what all tests share.</summary>
    private static HashSet<string> FoldersTestedBy(string project)
    {
        var folders = House.Folders("src", project).Select(folder => Path.GetFileName(folder)!).ToHashSet(StringComparer.Ordinal);
        if (project == "MentorBot")
            folders.UnionWith([nameof(Architecture), .. House.Folders("tests", "MentorBot.Testing").Select(folder => Path.GetFileName(folder)!)]);
        return folders;
    }

    [GeneratedRegex(@"^public (?:(?:sealed|static|abstract|readonly|partial|unsafe) )*(?:class|record struct|record|interface|enum|struct|delegate \S+) (?<name>\w+)")]
    private static partial Regex PublicType();
}
