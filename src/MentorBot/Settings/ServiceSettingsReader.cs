using System.Collections.Immutable;
using MentorBot.Adapters.AzureStorage;
using MentorBot.Adapters.Identity;

namespace MentorBot.Settings;

/// <summary>Reads and checks the settings of the services around the bot. Those of the bot itself have the names that the Bot Framework gave them.</summary>
internal sealed class ServiceSettingsReader(IConfiguration configuration, string callersFolder, Action<string> complain)
{
    /// <summary>With the longest name of ours behind it, within the 63 characters of a queue or table.</summary>
    private const int LongestPrefix = 40;

    private const string AppId = "MicrosoftAppId";
    private const string AppType = "MicrosoftAppType";
    private const string AppTenant = "MicrosoftAppTenantId";
    private const string AppPassword = "MicrosoftAppPassword";
    private const string AppCertificate = "MicrosoftAppCertificate";

    public ServiceSettings Read()
    {
        var app = ReadApp();
        var none = ServiceSettings.None;
        return none with
        {
            App = app,
            Authority = Address("Identity:Authority", mayBeHttp: false) ?? none.Authority,
            ServiceUrls = app is null ? [] : ReadServiceUrls(),
            TeamsIssuer = ReadTeamsIssuer(),
            TeamsAudience = Address("ToChannelFromBotOAuthScope", mayBeHttp: false)?.OriginalString,
            PublicAddress = ReadPublicAddress(app),
            Storage = ReadStorage(app),
            MasterKey = ReadMasterKey(app),
            DirectoryInGraph = IsElsewhere("Directory:Kind", "Graph", app),
            CalendarsInGraph = IsElsewhere("Calendars:Kind", "Graph", app),
            Graph = Address("Graph:Address", mayBeHttp: true) ?? none.Graph,
        };
    }

    /// <summary>An id as Teams writes it, however it was typed; they are compared letter by letter.</summary>
    public static string Plain(string id) => Guid.TryParse(id, out var known) ? known.ToString("D") : id;

    private string? this[string name] => configuration[name] is { Length: > 0 } value ? value : null;

    private AppIdentity? ReadApp()
    {
        if (this[AppId] is not { } id)
        {
            Refuse([AppPassword, AppCertificate, AppTenant], $"it says how the bot signs in, but {AppId} does not say as whom.");
            return null;
        }

        id = Plain(id);
        if (!Guid.TryParse(id, out _))
            complain($"{AppId}: must be the id of the app registration or managed identity, such as 11111111-2222-3333-4444-555555555555.");
        if (this["Tenant"] is { } tenant && !Guid.TryParse(tenant, out _))
            complain("Tenant: with a bot app id it must be the id of the Teams tenant whose people may talk with the bot, such as 11111111-2222-3333-4444-555555555555.");

        switch (this[AppType])
        {
            case "UserAssignedMSI":
                Refuse([AppPassword, AppCertificate], $"a managed identity has none. Leave it empty, or set {AppType} to SingleTenant.");
                return new AppIdentity.Managed(id);
            case "SingleTenant":
                return ReadRegistration(id, this[AppTenant]);
            case "MultiTenant":
                return ReadRegistration(id, this[AppTenant] ?? this["Tenant"]) is { } registration ? registration with { IsMultiTenant = true } : null;
            case var other:
                complain($"{AppType}: must be SingleTenant, UserAssignedMSI or MultiTenant, and is \"{other}\".");
                return null;
        }
    }

    private AppIdentity? ReadRegistration(string id, string? tenant)
    {
        if (!Guid.TryParse(tenant, out _))
        {
            complain($"{AppTenant}: must be the id of the tenant of the app registration.");
            return null;
        }

        switch (this[AppPassword], this[AppCertificate])
        {
            case (null, null):
                complain($"{AppPassword}: a registered app signs in with a client secret, or with the certificate that {AppCertificate} names.");
                return null;
            case ({ } password, null):
                return new AppIdentity.WithPassword(id, tenant!, new Secret(password));
            case (null, { } certificate):
                var path = Path.GetFullPath(certificate, callersFolder);
                if (!File.Exists(path))
                    complain($"{AppCertificate}: there is no file {path}.");
                return new AppIdentity.WithCertificate(id, tenant!, path);
            default:
                complain($"{AppCertificate}: set either this or {AppPassword}.");
                return null;
        }
    }

    private ImmutableArray<Uri> ReadServiceUrls()
    {
        var urls = configuration.GetSection("Teams:ServiceUrls").GetChildren().Select(one => (Name: one.Path, one.Value)).ToList();
        if (urls.Count == 0)
            complain("Teams:ServiceUrls: name at least one address of Teams, such as https://smba.trafficmanager.net.");
        return [.. urls.Select(one => Parse(one.Name, one.Value ?? "", mayBeHttp: true)).OfType<Uri>()];
    }

    /// <summary>For a national cloud, or an issuer of one's own.</summary>
    private (string MetadataUrl, string Issuer)? ReadTeamsIssuer()
    {
        const string metadata = "ToBotFromChannelOpenIdMetadataUrl";
        const string issuer = "ToBotFromChannelTokenIssuer";
        switch (Address(metadata, mayBeHttp: false), this[issuer])
        {
            case ({ } address, { } name):
                return (address.OriginalString, name);
            case (null, not null) when this[metadata] is null:
                complain($"{metadata}: with {issuer}, say where its keys are, such as https://login.botframework.azure.us/v1/.well-known/openidconfiguration.");
                return null;
            case (not null, null):
                complain($"{issuer}: with {metadata}, say who signs with those keys, such as https://api.botframework.us.");
                return null;
            default:
                return null;
        }
    }

    private Uri? ReadPublicAddress(AppIdentity? app)
    {
        const string name = "PublicAddress";
        if (app is not null && this[name] is null)
            complain($"{name}: with a bot app id, say where people's browsers reach the bot, such as https://mentoring.example.org.");
        var address = Address(name, mayBeHttp: false);
        if (address is not null && address.PathAndQuery != "/")
            complain($"{name}: must be https and a host name and nothing behind it, such as https://mentoring.example.org.");
        return app is null ? null : address;
    }

    private StorageAccount? ReadStorage(AppIdentity? app)
    {
        if (!IsElsewhere("Storage:Kind", "Azure", app, orBy: "Storage:ConnectionString"))
        {
            Refuse(["Storage:ConnectionString", "Storage:Tables", "Storage:Queues"], "it names a storage account, and Storage:Kind is not Azure. Set Storage:Kind, or leave it empty.");
            return null;
        }

        var prefix = this["Storage:Prefix"] ?? "";
        if (prefix is not { Length: >= 3 and <= LongestPrefix } || !char.IsAsciiLetterLower(prefix[0]) || !prefix.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character)))
            complain($"Storage:Prefix: must be 3 to {LongestPrefix} lower-case letters and digits, a letter first, and is \"{prefix}\".");
        if (this["Storage:ConnectionString"] is { } connection)
            return new StorageAccount.ByConnectionString(new Secret(connection)) { Prefix = prefix };

        var (tables, queues) = (Address("Storage:Tables", mayBeHttp: false), Address("Storage:Queues", mayBeHttp: false));
        Require("Storage:Tables", "https://account.table.core.windows.net");
        Require("Storage:Queues", "https://account.queue.core.windows.net");
        if (this["KeyVault:Key"] is null)
            complain("KeyVault:Key: with a storage account in Azure the master key is in a key vault; name the key, such as https://vault.vault.azure.net/keys/mentorbot.");
        return tables is null || queues is null ? null : new StorageAccount.ByIdentity(tables, queues) { Prefix = prefix };
    }

    private void Require(string name, string example)
    {
        if (this[name] is null)
            complain($"{name}: with Storage:Kind Azure, say where, such as {example}; or, for Azurite, name a Storage:ConnectionString instead.");
    }

    private Uri? ReadMasterKey(AppIdentity? app)
    {
        const string name = "KeyVault:Key";
        if (Address(name, mayBeHttp: false) is not { } key)
            return null;
        if (app is null)
            complain($"{name}: without {AppId} nobody is let into a key vault.");
        if (key.Segments is not ["/", "keys/", _])
            complain($"{name}: must name a key and no version, such as https://vault.vault.azure.net/keys/mentorbot.");
        return key;
    }

    private void Refuse(ReadOnlySpan<string> names, string why)
    {
        foreach (var name in names)
            if (this[name] is not null)
                complain($"{name}: {why}");
    }

    /// <param name="orBy">A setting by which it is reached without the app's identity.</param>
    private bool IsElsewhere(string name, string elsewhere, AppIdentity? app, string? orBy = null)
    {
        var kind = this[name] ?? "Embedded";
        if (kind != "Embedded" && kind != elsewhere)
            complain($"{name}: must be Embedded or {elsewhere}, and is \"{kind}\".");
        if (kind != elsewhere)
            return false;
        if (this[AppId] is null && (orBy is null || this[orBy] is null))
            complain($"{name}: {elsewhere} lets nobody in without {AppId}.");
        return true;
    }

    private Uri? Address(string name, bool mayBeHttp) => this[name] is { } value ? Parse(name, value, mayBeHttp) : null;

    private Uri? Parse(string name, string value, bool mayBeHttp)
    {
        // Names and tokens travel there: in clear only within this machine.
        if (Uri.TryCreate(value, UriKind.Absolute, out var address) && (address.Scheme == "https" || (mayBeHttp && address is { Scheme: "http", IsLoopback: true })))
            return address;
        complain($"{name}: \"{value}\" is no https address.");
        return null;
    }
}
