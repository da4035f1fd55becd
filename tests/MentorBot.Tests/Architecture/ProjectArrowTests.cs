using System.Reflection;
using System.Xml.Linq;

namespace MentorBot.Tests.Architecture;

/// <summary>Arrows run one way: host → adapters → storage → domain, host → flows → domain, host → rehearsal.</summary>
public sealed class ProjectArrowTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["MentorBot.Domain"] = [],
        ["MentorBot.Storage"] = ["MentorBot.Domain"],
        ["MentorBot.Flows"] = ["MentorBot.Domain"],
        ["MentorBot.Adapters"] = ["MentorBot.Storage", "MentorBot.Domain"],
        ["MentorBot.Rehearsal"] = [],
        ["MentorBot"] = ["MentorBot.Adapters", "MentorBot.Storage", "MentorBot.Flows", "MentorBot.Rehearsal", "MentorBot.Domain"],
    };

    /// <summary>Libraries by what their names begin with, and who may name them.</summary>
    private static readonly Dictionary<string, string[]> Libraries = new(StringComparer.Ordinal)
    {
        ["Microsoft.Bot."] = ["MentorBot.Flows", "MentorBot"],
        ["AdaptiveCards"] = ["MentorBot.Flows"],
        ["Newtonsoft.Json"] = ["MentorBot.Flows", "MentorBot.Rehearsal"],
        ["Microsoft.Data.Sqlite"] = ["MentorBot.Adapters"],
        ["SQLitePCLRaw"] = ["MentorBot.Adapters"],
        ["CsvHelper"] = ["MentorBot.Adapters"],
        ["Azure."] = ["MentorBot.Adapters"],
        ["Microsoft.Graph"] = ["MentorBot.Adapters"],
        ["Microsoft.Kiota"] = ["MentorBot.Adapters"],
    };

    public static TheoryData<string> Projects => [.. House.Folders("src").Select(folder => Path.GetFileName(folder)!)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_its_arrows_point_at(string project)
    {
        Assert.True(Allowed.TryGetValue(project, out var allowed), $"{project} is new: say in {nameof(Allowed)} which way its arrows run, and draw it in design and README.");

        var written = XDocument.Load(Path.Combine(House.Root, "src", project, project + ".csproj"))
            .Descendants("ProjectReference").Select(reference => Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!));
        var compiled = Names(project).Where(name => name.StartsWith("MentorBot", StringComparison.Ordinal));

        Assert.Empty(written.Concat(compiled).Except(allowed!).Select(other => $"{project} must not know {other}"));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_library_is_named_only_where_it_belongs(string project)
    {
        var wrong =
            from name in Names(project)
            from library in Libraries
            where name.StartsWith(library.Key, StringComparison.Ordinal) && !library.Value.Contains(project)
            select $"{project} must not know {name}: that is for {string.Join(" and ", library.Value)}";

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_domain_knows_NodaTime_and_nothing_else()
    {
        var others = House.Domain.GetReferencedAssemblies().Select(reference => reference.Name!).Where(name => !name.StartsWith("System", StringComparison.Ordinal));

        Assert.Equal(["NodaTime"], others);
        Assert.Equal(["NodaTime"], XDocument.Load(Path.Combine(House.Root, "src", "MentorBot.Domain", "MentorBot.Domain.csproj"))
            .Descendants().Where(element => element.Name.LocalName is "PackageReference" or "FrameworkReference" or "ProjectReference")
            .Select(reference => (string)reference.Attribute("Include")!));
    }

    [Fact]
    public void Storage_uses_of_the_framework_only_its_logging()
    {
        var beyond = House.Storage.GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal) && name is not ("NodaTime" or "MentorBot.Domain"));

        Assert.Equal(["Microsoft.Extensions.Logging.Abstractions"], beyond);
    }

    [Fact]
    public void No_project_names_a_stand_in()
    {
        var projects = new[] { "src", "tests" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(House.Root, folder), "*.csproj", SearchOption.AllDirectories));

        Assert.All(projects, project => Assert.DoesNotContain("standins/", File.ReadAllText(project), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void A_stand_in_knows_nothing_of_the_product()
    {
        var projects = Directory.EnumerateFiles(Path.Combine(House.Root, "standins"), "*.csproj", SearchOption.AllDirectories);

        Assert.All(projects, project => Assert.DoesNotContain("MentorBot", File.ReadAllText(project), StringComparison.Ordinal));
    }

    private static IEnumerable<string> Names(string project) => House.Product.Single(assembly => assembly.GetName().Name == project)
        .GetReferencedAssemblies().Select(reference => reference.Name!);
}
