using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace MentorBot.Tests.Architecture;

/// <summary>What infra/ makes: nobody gets more than they need, nothing is secret, and its files fit each other.</summary>
public sealed partial class InfrastructureTests
{
    /// <summary>What the bot's identity may do, and with what: all there is.</summary>
    private static readonly (string On, string Role)[] LeastRoles =
    [
        ("Microsoft.Storage/storageAccounts", "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"), // Storage Table Data Contributor
        ("Microsoft.Storage/storageAccounts", "974c5e8b-45b9-4653-ba55-5f855dd0fb88"), // Storage Queue Data Contributor
        ("Microsoft.KeyVault/vaults/keys", "e147488a-f6f5-4113-8e2d-b22465e65bf6"), // Key Vault Crypto Service Encryption User
        ("Microsoft.ContainerRegistry/registries", "7f951dda-4ed3-4680-a7ca-43fe172d538d"), // AcrPull
    ];

    public static TheoryData<string> Files => [.. Bicep.All.Keys];

    [Fact]
    public void The_identity_has_the_least_roles_and_no_other()
    {
        var given =
            from bicep in Bicep.All.Values
            let resources = bicep.Resources
            from resource in resources.Values
            where resource.Type == "Microsoft.Authorization/roleAssignments"
            let target = resources[Scope().Match(resource.Body).Groups["symbol"].Value].Type
            from role in Id().Matches(resource.Body)
            select (target, role.Value);

        Assert.Equal(LeastRoles.Order(), given.Order());
        Assert.Equal(LeastRoles.Length, Bicep.All.Values.Sum(bicep => bicep.Text.Split("roleAssignments@").Length - 1));
        Assert.Equal(LeastRoles.Length, Bicep.All.Values.Sum(bicep => Id().Count(bicep.Text)));
    }

    [Fact]
    public void No_account_takes_shared_keys()
    {
        var keyed = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Microsoft.Storage/storageAccounts"] = "allowSharedKeyAccess: false",
            ["Microsoft.KeyVault/vaults"] = "enableRbacAuthorization: true",
            ["Microsoft.ContainerRegistry/registries"] = "adminUserEnabled: false",
            ["Microsoft.OperationalInsights/workspaces"] = "disableLocalAuth: true",
            ["Microsoft.BotService/botServices"] = "disableLocalAuth: true",
        };

        var resources = Bicep.All.Values.SelectMany(bicep => bicep.Resources.Values).Where(resource => keyed.ContainsKey(resource.Type)).ToList();

        Assert.Equal(keyed.Count, resources.Count);
        Assert.All(resources, resource => Assert.Contains(keyed[resource.Type], resource.Body, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void No_file_asks_for_a_secret_or_looks_one_up(string file) =>
        Assert.DoesNotMatch(@"(?i)@secure|\blist\w*\(|sharedKey\b|secrets:|secretRef|accessPolicies", Bicep.All[file].Text);

    [Fact]
    public void What_everybody_wrote_cannot_be_lost_with_the_vault()
    {
        var resources = Bicep.All["vault.bicep"].Resources;

        Assert.Contains("enablePurgeProtection: true", resources["vault"].Body, StringComparison.Ordinal);
        Assert.Contains("softDeleteRetentionInDays: 90", resources["vault"].Body, StringComparison.Ordinal);
        Assert.Contains("keyOps: ['wrapKey', 'unwrapKey']", resources["key"].Body, StringComparison.Ordinal);
        Assert.Contains("category: 'AuditEvent'", resources["audit"].Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_replicas_are_asked_how_they_are_where_the_bot_says_it()
    {
        var app = Bicep.All["app.bicep"];

        Assert.Contains("minReplicas: 2", app.Text, StringComparison.Ordinal);
        Assert.Contains("path: '/healthz'", app.Text, StringComparison.Ordinal);
        Assert.Contains("type: 'Liveness'\n              httpGet: {\n                path: '/alive'", app.Text, StringComparison.Ordinal);
        Assert.All(["Startup", "Readiness"], probe => Assert.Contains($"type: '{probe}'\n              httpGet: health", app.Text, StringComparison.Ordinal));
        Assert.Contains("endpoint: '${publicAddress}" + MentorBot.Hosting.BotEndpoints.Messages + "'", Bicep.All["bot.bicep"].Text, StringComparison.Ordinal);
    }

    /// <summary>A compiler would say it; here is none.</summary>
    [Fact]
    public void Every_module_is_given_what_it_asks_for_and_gives_what_is_asked_of_it()
    {
        var main = Bicep.All["main.bicep"];
        var wrong = new List<string>();
        foreach (var (symbol, (file, given)) in main.Modules)
        {
            var asked = Bicep.All[file].Parameters;
            wrong.AddRange(given.Except(asked.Keys).Select(name => $"{file} does not ask for {name}"));
            wrong.AddRange(asked.Where(one => !one.Value).Select(one => one.Key).Except(given).Select(name => $"{file} is not given {name}"));
            wrong.AddRange(Regex.Matches(main.Text, $@"\b{symbol}\.outputs\.(\w+)").Select(match => match.Groups[1].Value)
                .Except(Bicep.All[file].Outputs).Select(name => $"{file} does not give {name}"));
        }

        Assert.Empty(wrong);
        Assert.Equal(Bicep.All.Keys.Except(["main.bicep"]).Order(), main.Modules.Values.Select(module => module.File).Order());
    }

    [Fact]
    public void The_file_of_parameters_gives_what_main_asks_for()
    {
        var asked = Bicep.All["main.bicep"].Parameters;
        var given = Given().Matches(Read("infra/main.bicepparam")).Select(match => match.Groups["name"].Value).ToList();

        Assert.Empty(given.Except(asked.Keys));
        Assert.Empty(asked.Where(one => !one.Value).Select(one => one.Key).Except(given));
    }

    [Fact]
    public void Every_file_that_azd_is_told_of_is_there()
    {
        var azure = Read("azure.yaml");
        string Said(string key) => Regex.Match(azure, $@"^\s+{key}: (\S+)$", RegexOptions.Multiline).Groups[1].Value;
        var path = Path.Combine(House.Root, Said("path"));

        Assert.True(File.Exists(Path.Combine(path, Said("module") + ".bicep")));
        Assert.True(File.Exists(Path.Combine(path, Said("module") + ".bicepparam")));
        Assert.All(
            Regex.Matches(azure, @"^\s+(?:run|project): (\S+)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value),
            named => Assert.True(Path.Exists(Path.Combine(House.Root, named)), $"azure.yaml names {named}, which is not there."));
    }

    [Theory]
    [InlineData("infra/README.md")]
    [InlineData("infra/settings.md")]
    public void Every_file_that_the_pages_name_is_there(string page)
    {
        var missing = NamedFile().Matches(Read(page)).Select(match => match.Groups["file"].Value)
            .Where(file => !File.Exists(Path.Combine(House.Root, "infra", file)) && !File.Exists(Path.Combine(House.Root, file)));

        Assert.Empty(missing);
    }

    /// <summary>Without it every culture is the invariant one, and people would be spoken to in English alone.</summary>
    [Fact]
    public void The_container_knows_languages_and_is_not_root()
    {
        var project = XDocument.Load(Path.Combine(House.Root, "src/MentorBot/MentorBot.csproj"));
        string? Of(string property) => project.Descendants(property).SingleOrDefault()?.Value;

        Assert.EndsWith("-chiseled-extra", Of("ContainerBaseImage"), StringComparison.Ordinal);
        Assert.Equal("app", Of("ContainerUser"));
        Assert.Null(Of("InvariantGlobalization"));
        Assert.Contains($"var port = {project.Descendants("ContainerPort").Single().Attribute("Include")!.Value}\n", Bicep.All["app.bicep"].Text, StringComparison.Ordinal);
        Assert.Contains("/" + Of("ContainerRepository") + ":$version", Read("infra/publish-image.sh"), StringComparison.Ordinal);
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(House.Root, file));

    [GeneratedRegex(@"^  scope: (?<symbol>\w+)$", RegexOptions.Multiline)]
    private static partial Regex Scope();

    [GeneratedRegex("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Id();

    [GeneratedRegex(@"^param (?<name>\w+) = ", RegexOptions.Multiline)]
    private static partial Regex Given();

    [GeneratedRegex(@"`(?<file>[\w./-]+\.(?:bicep|bicepparam|sh|ps1|md|yaml|csproj))`")]
    private static partial Regex NamedFile();
}
