using System.Net;
using MentorBot.Commands;
using MentorBot.Rehearsal.Azurite;
using MentorBot.Testing.Graph;
using MentorBot.Testing.Services;
using MentorBot.Testing.Towns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace MentorBot.Tests.Doctoring;

/// <summary>Everything around a bot in a tenant, on this machine: who gives tokens, storage, key vault, Graph; and a bot configured for it, for the doctor to see.</summary>
public sealed class ServicesOfOneBot : IAsyncLifetime
{
    public const string CoordinatorsName = "Noor de Boer";

    /// <summary>As a storage account says that somebody lacks a role.</summary>
    private const string Mismatch = "AuthorizationPermissionMismatch";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("doctor-");
    private readonly Dictionary<string, string> settings = new(StringComparer.Ordinal);
    private WebApplication door = null!;

    public LocalIssuer Issuer { get; private set; } = null!;

    public LocalVault Vault { get; private set; } = null!;

    public LocalGraph Graph { get; private set; } = null!;

    public AzuriteServer Storage { get; private set; } = null!;

    /// <summary>An address that refuses whatever is asked of a storage account, and where the bot seems to be well.</summary>
    public Uri Door => new(door.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal));

    public string Folder => folder.FullName;

    public string DataFolder => Path.Combine(Folder, "data");

    public async Task InitializeAsync()
    {
        var starting = AzuriteServer.Start(Path.Combine(Folder, "azurite"), (TestCertificate.Shared.CertificateFile, TestCertificate.Shared.KeyFile));
        Issuer = await LocalIssuer.Start();
        door = await Refusing();
        await Afresh();
        Storage = await starting;
    }

    /// <summary>All is well again, for the next test.</summary>
    public async Task Afresh()
    {
        if (Vault is not null)
            await CloseVaultAndGraph();
        (Issuer.Refusal, Issuer.ClockIsAhead) = (null, TimeSpan.Zero);
        Vault = await LocalVault.Start();
        Vault.LetsIn = header => Issuer.Gave(header, "https://localhost");
        Graph = await LocalGraph.Start();
        Graph.LetsIn = header => Issuer.Gave(header, Graph.Root.GetLeftPart(UriPartial.Authority));
        Graph.Add(new LocalUser("noor.deboer") { DisplayName = CoordinatorsName, Manager = "sam.whitaker" });
        Graph.Add(new LocalUser("sam.whitaker") { DisplayName = "Sam Whitaker" });
        settings.Clear();
    }

    public async Task DisposeAsync()
    {
        await CloseVaultAndGraph();
        await Storage.DisposeAsync();
        await Issuer.DisposeAsync();
        await door.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>Of the bot in the tenant; what a test sets otherwise goes on top.</summary>
    public Task<(int ExitCode, IReadOnlyList<string> Lines)> See(Action<WebApplicationBuilder>? change = null, params string[] otherwise) => Examine(
        change,
        [
            .. Issuer.Settings(), $"PublicAddress={Door}", "Storage:Kind=Azure", $"Storage:Tables={Storage.Tables}", $"Storage:Queues={Storage.Queues}",
            $"KeyVault:Key={Vault.Key}", "Directory:Kind=Graph", "Calendars:Kind=Graph", $"Graph:Address={Graph.Root}",
            "Programme:Organisation=Contoso", "Programme:Contacts=the adviser", "Programme:Contact=the service desk", "Programme:Safeguarding=the adviser", .. otherwise,
        ]);

    /// <summary>Of a bot with these settings alone.</summary>
    public async Task<(int ExitCode, IReadOnlyList<string> Lines)> Examine(Action<WebApplicationBuilder>? change, params IEnumerable<string> all)
    {
        foreach (var (name, value) in all.Prepend($"Data:Folder={DataFolder}").Select(one => one.Split('=', 2)).Select(one => (one[0], one[1])))
            settings[name] = value;
        using var output = new StringWriter();
        var exitCode = await DoctorCommand.Run(TestTown.Settings([.. settings.Select(one => $"{one.Key}={one.Value}")]), output, builder =>
        {
            LocalIssuer.Trust(builder.Services);
            change?.Invoke(builder);
        });

        var said = output.ToString();
        foreach (var hushed in new[] { LocalIssuer.Password, CoordinatorsName, "@example", "eyJ" })
            Assert.DoesNotContain(hushed, said, StringComparison.Ordinal);
        return (exitCode, said.ReplaceLineEndings("\n").TrimEnd().Split('\n'));
    }

    private static async Task<WebApplication> Refusing()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(TestCertificate.Shared.Certificate)));
        var app = builder.Build();
        app.Run(http =>
        {
            if (http.Request.Path == "/healthz")
                return Task.CompletedTask;
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            http.Response.ContentType = "application/json";
            http.Response.Headers["x-ms-error-code"] = Mismatch;
            return http.Response.WriteAsync($$"""{"odata.error":{"code":"{{Mismatch}}","message":{"lang":"en-US","value":"No."} } }""");
        });
        await app.StartAsync();
        return app;
    }

    private async Task CloseVaultAndGraph()
    {
        await Vault.DisposeAsync();
        await Graph.DisposeAsync();
        Assert.Empty(Graph.Complaints);
    }
}
