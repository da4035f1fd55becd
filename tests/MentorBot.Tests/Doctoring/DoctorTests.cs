using Azure.Core;
using Azure.Identity;
using MentorBot.Testing.Graph;
using MentorBot.Testing.Services;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Tests.Doctoring;

/// <summary>What the doctor says of a bot in a tenant, with each fault planted.</summary>
public sealed class DoctorTests(ServicesOfOneBot services) : IClassFixture<ServicesOfOneBot>, IAsyncLifetime
{
    public Task InitializeAsync() => Task.CompletedTask;

    /// <summary>What vault or Graph complain of is said by the test that it is of; at the fixture's own end nobody would count it.</summary>
    public Task DisposeAsync() => services.Afresh();

    [Fact]
    public async Task Of_a_bot_that_is_well_every_line_says_so()
    {
        var (exitCode, lines) = await services.See();

        Assert.Equal("Nothing failed.", lines[^1]);
        Assert.Equal(0, exitCode);
        Assert.Equal(
            [
                "settings", "clock", "token for Teams", "token for storage", "token for the key vault", "token for Graph", "Teams' signing keys", "tables", "queue", "key vault", "data keys",
                "User.Read.All", "coordinators", "MailboxSettings.Read", "Calendars.ReadWrite, reading", "Calendars.ReadWrite, writing", "public address",
            ],
            lines.SkipLast(1).Select(line => line.StartsWith("ok   ", StringComparison.Ordinal) ? line[5..line.IndexOf(':', StringComparison.Ordinal)] : line));
        Assert.Contains($"app {LocalIssuer.AppId} of tenant {LocalIssuer.Tenant}, by client secret", lines[0], StringComparison.Ordinal);
        Assert.Empty(services.Graph.EventsOf("noor.deboer"));
        Assert.False(Directory.Exists(services.DataFolder));
    }

    [Theory]
    [InlineData("AADSTS7000215: Invalid client secret provided.", "the client secret is wrong (AADSTS7000215).", "MicrosoftAppPassword: its value, not its id")]
    [InlineData("AADSTS7000222: The provided client secret keys for app 'x' are expired.", "the client secret has expired (AADSTS7000222).", "Make a new one")]
    [InlineData("AADSTS700016: Application with identifier 'x' was not found in the directory 'y'.", "there is no such app in that tenant (AADSTS700016).", "belong together")]
    [InlineData("AADSTS90002: Tenant 'y' not found.", "there is no such tenant (AADSTS90002).", "MicrosoftAppTenantId")]
    [InlineData("AADSTS700027: The certificate is not registered.", "the certificate is not that of the app, or has expired (AADSTS700027).", "Upload its public half")]
    [InlineData("AADSTS500011: The resource principal was not found.", "the tenant does not know this service (AADSTS500011).", "same cloud")]
    [InlineData("AADSTS53003: planted.words@example.com", "Entra ID refused (AADSTS53003).", "code=53003")]
    [InlineData("planted.words@example.com", "without a reason", "Identity:Authority")]
    public async Task Whoever_gives_tokens_may_refuse_and_what_needs_one_is_not_tried(string refusal, string happened, string advice)
    {
        services.Issuer.Refusal = refusal;

        var (exitCode, lines) = await services.See();

        Assert.Equal(1, exitCode);
        Fails(lines, "token for Teams", happened, advice);
        Fails(lines, "token for storage", happened, advice);
        Fails(lines, "token for the key vault", happened, advice);
        Fails(lines, "token for Graph", happened, advice);
        Assert.Equal(
            ["tables", "queue", "key vault", "data keys", "User.Read.All", "coordinators", "MailboxSettings.Read", "Calendars.ReadWrite, reading", "Calendars.ReadWrite, writing"],
            lines.Where(line => line.StartsWith("skipped ", StringComparison.Ordinal)).Select(line => line[8..line.IndexOf(':', StringComparison.Ordinal)]));
        Assert.Contains("skipped tables: it needs \"token for storage\".", lines);
    }

    [Fact]
    public async Task A_secret_that_is_not_the_apps_is_wrong()
    {
        var (_, lines) = await services.See(null, "MicrosoftAppPassword=something-else");

        Fails(lines, "token for Teams", "the client secret is wrong", "its value, not its id");
        Assert.DoesNotContain(lines, line => line.Contains("something-else", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_read_is_one_file_to_look_at()
    {
        var file = Path.Combine(services.Folder, "certificate.pem");
        await File.WriteAllTextAsync(file, "no certificate");

        var (exitCode, lines) = await services.See(null, "MicrosoftAppPassword=", $"MicrosoftAppCertificate={file}");

        Assert.Equal(1, exitCode);
        Fails(lines, "token for Teams", "the certificate could not be used", "PEM, or PFX without a password");
    }

    [Fact]
    public async Task Where_there_is_no_managed_identity_it_is_said_where_there_is_one()
    {
        var (exitCode, lines) = await services.See(
            builder => builder.Services.AddSingleton<TokenCredential>(DelegatedTokenCredential.Create((_, _) => throw new CredentialUnavailableException("ManagedIdentityCredential authentication unavailable."))),
            "MicrosoftAppType=UserAssignedMSI", "MicrosoftAppPassword=");

        Assert.Equal(1, exitCode);
        Fails(lines, "token for Graph", $"this machine has no managed identity {LocalIssuer.AppId}.", "Run this where the bot runs, in Azure");
        Assert.Contains(lines, line => line.StartsWith("ok   clock:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(60, "60 minutes behind localhost.")]
    [InlineData(-4, "4 minutes ahead of localhost.")]
    public async Task A_clock_that_is_off_is_told_by_how_much(int minutes, string happened)
    {
        services.Issuer.ClockIsAhead = TimeSpan.FromMinutes(minutes);

        var (exitCode, lines) = await services.See();

        Assert.Equal(1, exitCode);
        Fails(lines, "clock", happened, "NTP");
    }

    [Fact]
    public async Task Where_nobody_gives_tokens_the_address_is_at_fault()
    {
        var (exitCode, lines) = await services.Examine(null, [.. services.Issuer.Settings(), "Identity:Authority=https://localhost:1/", $"PublicAddress={services.Door}"]);

        Assert.Equal(1, exitCode);
        Fails(lines, "clock", "localhost could not be asked", "over https");
        Fails(lines, "token for Teams", "nobody answered who gives tokens.", "Identity:Authority");
    }

    [Theory]
    [InlineData("https://localhost:1/v1/.well-known/openidconfiguration")]
    [InlineData("/v1/elsewhere")]
    public async Task Without_the_keys_of_Teams_the_address_of_its_metadata_is_named(string address)
    {
        var metadata = new Uri(services.Issuer.Address, address);

        var (exitCode, lines) = await services.See(null, $"ToBotFromChannelOpenIdMetadataUrl={metadata}");

        Assert.Equal(1, exitCode);
        Fails(lines, "Teams' signing keys", $"{metadata} gave none.", "ToBotFromChannelOpenIdMetadataUrl");
    }

    [Fact]
    public async Task Tables_that_let_nobody_in_want_a_role()
    {
        var (exitCode, lines) = await services.See(null, $"Storage:Tables={services.Door}");

        Assert.Equal(1, exitCode);
        Fails(lines, "tables", "403 AuthorizationPermissionMismatch", "role Storage Table Data Contributor");
        Assert.Contains(lines, line => line.StartsWith("ok   queue:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_queue_that_lets_nobody_in_wants_another_role()
    {
        var (exitCode, lines) = await services.See(null, $"Storage:Queues={services.Door}");

        Assert.Equal(1, exitCode);
        Fails(lines, "queue", "403 AuthorizationPermissionMismatch", "role Storage Queue Data Contributor");
        Assert.Contains(lines, line => line.StartsWith("ok   tables:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_vault_that_forbids_wants_a_role_on_the_key()
    {
        services.Vault.Next(new VaultFault.Status(403, Code: "ForbiddenByRbac"));

        var (exitCode, lines) = await services.See();

        Assert.Equal(1, exitCode);
        Fails(lines, "key vault", "ForbiddenByRbac", "Key Vault Crypto Service Encryption User");
    }

    [Fact]
    public async Task A_key_that_is_not_there_is_to_be_made_or_recovered()
    {
        services.Vault.HasKey = false;

        var (exitCode, lines) = await services.See();

        Assert.Equal(1, exitCode);
        Fails(lines, "key vault", $"{services.Vault.Key} (404", "recover the one that was deleted");
    }

    [Fact]
    public async Task A_vault_that_is_out_for_now_is_tried_later()
    {
        services.Vault.Next(Enumerable.Repeat(new VaultFault.Status(503), 8));

        var (exitCode, lines) = await services.See();

        Assert.Equal(1, exitCode);
        Fails(lines, "key vault", "503", "later");
    }

    [Theory]
    [InlineData("User.Read.All", "User.Read.All", "infra/grant-graph.sh")]
    [InlineData("MailboxSettings.Read", "MailboxSettings.Read", "\"Application MailboxSettings.Read\"")]
    [InlineData("Calendars.ReadWrite", "Calendars.ReadWrite, reading", "\"Application Calendars.ReadWrite\"")]
    [InlineData("Calendars.ReadWrite", "Calendars.ReadWrite, writing", "infra/grant-exchange.ps1")]
    public async Task A_permission_that_is_missing_is_named(string permission, string check, string advice)
    {
        services.Graph.Granted.Remove(permission);

        var (exitCode, lines) = await services.See();

        Assert.Equal(1, exitCode);
        Fails(lines, check, "Microsoft Graph refused with 403, tried on noor.deboer (", advice);
        Assert.All(lines.Where(line => line.StartsWith("FAIL", StringComparison.Ordinal)), line => Assert.StartsWith($"FAIL {permission}", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_may_read_calendars_may_not_write_them_by_that()
    {
        services.Graph.Fault = question => question.Method == "PATCH" ? new GraphFault.Answers(403, "ErrorAccessDenied") : null;

        var (exitCode, lines) = await services.See();

        Assert.Equal(1, exitCode);
        Fails(lines, "Calendars.ReadWrite, writing", "sam.whitaker (ErrorAccessDenied)", "Exchange RBAC");
        Assert.Contains("ok   Calendars.ReadWrite, reading: granted; tried on noor.deboer.", lines);
    }

    [Fact]
    public async Task One_mailbox_within_the_scope_is_enough()
    {
        services.Graph.Users["noor.deboer"].IsInScope = false;

        var (exitCode, lines) = await services.See();

        Assert.Equal(0, exitCode);
        Assert.Contains("ok   Calendars.ReadWrite, writing: granted; tried on sam.whitaker.", lines);
    }

    [Fact]
    public async Task Without_any_mailbox_nothing_can_be_said_of_calendars()
    {
        foreach (var user in services.Graph.Users.Values)
            user.Mailbox = null;

        var (exitCode, lines) = await services.See();

        Assert.Equal(1, exitCode);
        Fails(lines, "Calendars.ReadWrite, writing", "none of the coordinators and deputies has a mailbox", "Name at least one");
    }

    [Fact]
    public async Task A_coordinator_whom_nobody_knows_is_named_by_id()
    {
        var (exitCode, lines) = await services.See(null, "Programme:Coordinators:0=nobody.here");

        Assert.Equal(1, exitCode);
        Fails(lines, "coordinators", "nobody who works here by the id nobody.here.", "object ids of accounts that are open");
        Assert.Contains("skipped MailboxSettings.Read: it needs \"coordinators\".", lines);
    }

    [Fact]
    public async Task Graph_out_of_reach_says_nothing_about_permissions()
    {
        services.Graph.Fault = _ => new GraphFault.Answers(500, "generalException");

        var (exitCode, lines) = await services.See();

        Assert.Equal(1, exitCode);
        Fails(lines, "User.Read.All", "500", "Try again later.");
    }

    [Fact]
    public async Task That_the_bot_is_not_reached_is_no_failure()
    {
        var (exitCode, lines) = await services.See(null, $"PublicAddress={services.Issuer.Address}");

        Assert.Equal(0, exitCode);
        Assert.Contains(lines, line => line.StartsWith("warn public address:", StringComparison.Ordinal) && line.EndsWith("/healthz answered 404.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_still_that_of_the_sample_organisation_is_no_failure_and_told()
    {
        var (exitCode, lines) = await services.See(null, "Programme:Safeguarding=the confidential adviser (sample), extension 100");

        Assert.Equal(0, exitCode);
        Assert.StartsWith("warn settings: identity: ", lines[0], StringComparison.Ordinal);
        Assert.Equal("       → Still those of the sample organisation: Programme:Safeguarding. Set them to your own before people come.", lines[1]);
    }

    private static void Fails(IReadOnlyList<string> lines, string check, string happened, string advice)
    {
        var at = lines.Index().Single(line => line.Item.StartsWith($"FAIL {check}: ", StringComparison.Ordinal)).Index;
        Assert.Contains(happened, lines[at], StringComparison.Ordinal);
        Assert.StartsWith("       → ", lines[at + 1], StringComparison.Ordinal);
        Assert.Contains(advice, lines[at + 1], StringComparison.Ordinal);
    }
}
