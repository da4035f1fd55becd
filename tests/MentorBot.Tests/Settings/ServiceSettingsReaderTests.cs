using MentorBot.Adapters.AzureStorage;
using MentorBot.Adapters.Identity;
using MentorBot.Settings;
using MentorBot.Testing.Towns;

namespace MentorBot.Tests.Settings;

public sealed class ServiceSettingsReaderTests
{
    private const string Id = "11111111-2222-3333-4444-555555555555";
    private const string Tenant = "99999999-2222-3333-4444-555555555555";

    private static readonly string[] Managed = ["MicrosoftAppType=UserAssignedMSI", $"MicrosoftAppId={Id}", $"Tenant={Tenant}", "PublicAddress=https://mentoring.example.org"];

    [Fact]
    public void By_default_everything_is_on_this_machine()
    {
        var services = TestTown.Settings().Services;

        Assert.Equal(ServiceSettings.None with { ServiceUrls = services.ServiceUrls }, services);
        Assert.Empty(services.ServiceUrls);
    }

    [Fact]
    public void A_managed_identity_signs_in_everywhere()
    {
        var settings = TestTown.Settings(
        [
            .. Managed, "Urls=http://0.0.0.0:8080", "Storage:Kind=Azure", "Storage:Tables=https://a.table.core.windows.net", "Storage:Queues=https://a.queue.core.windows.net",
            "KeyVault:Key=https://v.vault.azure.net/keys/mentorbot", "Directory:Kind=Graph", "Calendars:Kind=Graph",
        ]);

        Assert.Equal("http://0.0.0.0:8080", Assert.Single(settings.Urls));
        Assert.Equal(new AppIdentity.Managed(Id), settings.Services.App);
        Assert.Equal(new StorageAccount.ByIdentity(new("https://a.table.core.windows.net"), new("https://a.queue.core.windows.net")), settings.Services.Storage);
        Assert.Equal("https://v.vault.azure.net/keys/mentorbot", settings.Services.MasterKey?.ToString());
        Assert.Equal("https://graph.microsoft.com/v1.0", settings.Services.Graph.ToString());
        Assert.Equal("https://smba.trafficmanager.net/", Assert.Single(settings.Services.ServiceUrls).ToString());
        Assert.True(settings.Services is { DirectoryInGraph: true, CalendarsInGraph: true });
    }

    [Fact]
    public void A_registered_app_signs_in_with_a_password()
    {
        var app = Assert.IsType<AppIdentity.WithPassword>(TestTown.Settings(
            "MicrosoftAppType=SingleTenant", $"MicrosoftAppId={Id}", $"MicrosoftAppTenantId={Tenant}", "MicrosoftAppPassword=hush", $"Tenant={Tenant}", "PublicAddress=https://x.example").Services.App);

        Assert.Equal((Id, Tenant, "hush"), (app.ClientId, app.TenantId, app.Password.Reveal()));
    }

    [Theory]
    [InlineData("SingleTenant", false)]
    [InlineData("MultiTenant", true)]
    public void Whether_it_is_registered_for_many_tenants_decides_where_its_tokens_for_Teams_come_from(string type, bool isMultiTenant) => Assert.Equal(
        isMultiTenant,
        TestTown.Settings(
            $"MicrosoftAppType={type}", $"MicrosoftAppId={Id}", $"MicrosoftAppTenantId={Tenant}", "MicrosoftAppPassword=hush", $"Tenant={Tenant}", "PublicAddress=https://x.example").Services.App!.IsMultiTenant);

    [Fact]
    public void A_national_cloud_or_an_issuer_of_ones_own_is_named_by_the_names_of_the_Bot_Framework()
    {
        var services = TestTown.Settings(
        [
            .. Managed, "ToBotFromChannelOpenIdMetadataUrl=https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
            "ToBotFromChannelTokenIssuer=https://api.botframework.us", "ToChannelFromBotOAuthScope=https://api.botframework.us",
        ]).Services;

        Assert.Equal(("https://login.botframework.azure.us/v1/.well-known/openidconfiguration", "https://api.botframework.us"), services.TeamsIssuer);
        Assert.Equal("https://api.botframework.us", services.TeamsAudience);
        Assert.Null(TestTown.Settings(Managed).Services.TeamsIssuer);
    }

    [Fact]
    public void Ids_are_as_Teams_writes_them_however_they_were_typed()
    {
        var settings = TestTown.Settings("MicrosoftAppType=UserAssignedMSI", "PublicAddress=https://x.example", "MicrosoftAppId={ABCDEFAB-2222-3333-4444-555555555555}", "Tenant=ABCDEFAB222233334444555555555555");

        Assert.Equal("abcdefab-2222-3333-4444-555555555555", settings.Services.App?.ClientId);
        Assert.Equal("abcdefab-2222-3333-4444-555555555555", settings.Programme.Tenant.Value);
    }

    [Fact]
    public void What_is_still_that_of_the_sample_organisation_is_known_once_others_may_come()
    {
        Assert.Empty(TestTown.Settings().Samples);
        Assert.Equal("Directory:People Programme:Organisation Programme:Contacts Programme:Contact Programme:Safeguarding", string.Join(' ', TestTown.Settings(Managed).Samples));
        Assert.Empty(TestTown.Settings([.. Managed, "Directory:Kind=Graph", "Programme:Organisation=o", "Programme:Contacts=a", "Programme:Contact=b", "Programme:Safeguarding=c"]).Samples);
    }

    [Fact]
    public void No_secret_is_in_the_text_of_the_settings()
    {
        var settings = TestTown.Settings(
            "MicrosoftAppType=SingleTenant", $"MicrosoftAppId={Id}", $"MicrosoftAppTenantId={Tenant}", "MicrosoftAppPassword=hush-hush", $"Tenant={Tenant}", "PublicAddress=https://x.example",
            "Storage:Kind=Azure", "Storage:ConnectionString=AccountName=a;AccountKey=hush-hush");

        Assert.DoesNotContain("hush-hush", settings.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("hush-hush", System.Text.Json.JsonSerializer.Serialize(settings.Services.App), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MicrosoftAppPassword: it says how", "MicrosoftAppPassword=x")]
    [InlineData("MicrosoftAppTenantId: it says how", $"MicrosoftAppTenantId={Tenant}")]
    [InlineData("MicrosoftAppId: must be the id", "MicrosoftAppId=me", "MicrosoftAppType=UserAssignedMSI", $"Tenant={Tenant}", "PublicAddress=https://x.example")]
    [InlineData("Tenant: with a bot app id", $"MicrosoftAppId={Id}", "MicrosoftAppType=UserAssignedMSI", "PublicAddress=https://x.example")]
    [InlineData("MicrosoftAppType: must be", $"MicrosoftAppId={Id}", $"Tenant={Tenant}", "PublicAddress=https://x.example")]
    [InlineData("MicrosoftAppType: must be", "MicrosoftAppType=singletenant", $"MicrosoftAppId={Id}", $"Tenant={Tenant}", "PublicAddress=https://x.example")]
    [InlineData("MicrosoftAppPassword: a managed identity has none", "MicrosoftAppPassword=x", "MicrosoftAppType=UserAssignedMSI", $"MicrosoftAppId={Id}", $"Tenant={Tenant}", "PublicAddress=https://x.example")]
    [InlineData("MicrosoftAppTenantId: must be", "MicrosoftAppType=SingleTenant", "MicrosoftAppPassword=x", $"MicrosoftAppId={Id}", $"Tenant={Tenant}", "PublicAddress=https://x.example")]
    [InlineData("MicrosoftAppPassword: a registered app", "MicrosoftAppType=MultiTenant", $"MicrosoftAppId={Id}", $"Tenant={Tenant}", "PublicAddress=https://x.example")]
    [InlineData("MicrosoftAppCertificate: there is no file", "MicrosoftAppType=MultiTenant", "MicrosoftAppCertificate=none.pem", $"MicrosoftAppId={Id}", $"Tenant={Tenant}", "PublicAddress=https://x.example")]
    [InlineData("MicrosoftAppCertificate: set either", "MicrosoftAppType=MultiTenant", "MicrosoftAppCertificate=none.pem", "MicrosoftAppPassword=x", $"MicrosoftAppId={Id}", $"Tenant={Tenant}", "PublicAddress=https://x.example")]
    [InlineData("PublicAddress: with a bot app id", "MicrosoftAppType=UserAssignedMSI", $"MicrosoftAppId={Id}", $"Tenant={Tenant}")]
    [InlineData("PublicAddress: \"http://x.example\" is no https address", "MicrosoftAppType=UserAssignedMSI", $"MicrosoftAppId={Id}", $"Tenant={Tenant}", "PublicAddress=http://x.example")]
    [InlineData("PublicAddress: must be https and a host name", "PublicAddress=https://x.example/bot?x=1")]
    [InlineData("Storage:Tables: it names a storage account", "Storage:Tables=https://a")]
    [InlineData("Storage:ConnectionString: it names a storage account", "Storage:ConnectionString=x")]
    [InlineData("Storage:Kind: must be Embedded or Azure", "Storage:Kind=Cloud")]
    [InlineData("Storage:Prefix: must be 3 to 40", "Storage:Kind=Azure", "Storage:ConnectionString=x", "Storage:Prefix=Mentor-Bot")]
    [InlineData("Storage:Kind: Azure lets nobody in", "Storage:Kind=Azure", "Storage:Tables=https://a", "Storage:Queues=https://b", "KeyVault:Key=https://v/keys/k")]
    [InlineData("KeyVault:Key: \"http://v/keys/k\" is no https address", "KeyVault:Key=http://v/keys/k")]
    [InlineData("KeyVault:Key: without MicrosoftAppId", "KeyVault:Key=https://v/keys/k")]
    [InlineData("Directory:Kind: Graph lets nobody in", "Directory:Kind=Graph")]
    [InlineData("Calendars:Kind: must be Embedded or Graph", "Calendars:Kind=graph")]
    [InlineData("Graph:Address: \"http://graph.example\" is no https address", "Graph:Address=http://graph.example")]
    public void What_does_not_fit_is_said_with_the_name_of_its_setting(string beginning, params string[] settings)
    {
        var refused = Assert.IsType<SettingsReading.Refused>(TestTown.Read(settings));

        Assert.Contains(refused.Errors, error => error.StartsWith(beginning, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Storage:Tables: with Storage:Kind Azure", "Storage:Kind=Azure")]
    [InlineData("Storage:Queues: with Storage:Kind Azure", "Storage:Kind=Azure")]
    [InlineData("KeyVault:Key: with a storage account in Azure", "Storage:Kind=Azure")]
    [InlineData("KeyVault:Key: must name a key and no version", "KeyVault:Key=https://v/keys/k/0123")]
    [InlineData("KeyVault:Key: must name a key and no version", "KeyVault:Key=https://v/secrets/k")]
    [InlineData("ToBotFromChannelTokenIssuer: with ToBotFromChannelOpenIdMetadataUrl", "ToBotFromChannelOpenIdMetadataUrl=https://issuer.example/keys")]
    [InlineData("ToBotFromChannelOpenIdMetadataUrl: with ToBotFromChannelTokenIssuer", "ToBotFromChannelTokenIssuer=https://issuer.example")]
    [InlineData("ToBotFromChannelOpenIdMetadataUrl: \"http://issuer.example/\" is no https address", "ToBotFromChannelOpenIdMetadataUrl=http://issuer.example/")]
    [InlineData("ToChannelFromBotOAuthScope: \"api.botframework.us\" is no https address", "ToChannelFromBotOAuthScope=api.botframework.us")]
    [InlineData("Teams:ServiceUrls:0: \"http://teams.example\" is no https address", "Teams:ServiceUrls:0=http://teams.example")]
    public void With_an_identity_the_rest_has_to_fit_as_well(string beginning, string setting)
    {
        var refused = Assert.IsType<SettingsReading.Refused>(TestTown.Read([.. Managed, setting]));

        Assert.Contains(refused.Errors, error => error.StartsWith(beginning, StringComparison.Ordinal));
    }
}
