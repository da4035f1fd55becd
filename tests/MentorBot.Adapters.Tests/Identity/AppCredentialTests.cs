using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;
using MentorBot.Adapters.Identity;
using MentorBot.Adapters.Network;
using MentorBot.Testing.Services;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Newtonsoft.Json.Linq;

namespace MentorBot.Adapters.Tests.Identity;

/// <summary>The bot signs in: over https with the local issuer, or with what a machine in Azure has beside it.</summary>
public sealed class AppCredentialTests : IAsyncLifetime
{
    private const string Teams = "https://api.botframework.com";

    private readonly ServiceNetwork network = TestCertificate.Shared.Network();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("app-credential-");
    private LocalIssuer issuer = null!;

    public async Task InitializeAsync() => issuer = await LocalIssuer.Start();

    public async Task DisposeAsync()
    {
        await issuer.DisposeAsync();
        network.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task With_a_password()
    {
        var credential = Of(WithPassword(LocalIssuer.Password));

        Assert.True(issuer.Gave($"Bearer {await Token(credential)}", Teams));
        Assert.Equal([$"/{LocalIssuer.Tenant}/oauth2/v2.0/token"], issuer.TokenRequests);
    }

    [Fact]
    public async Task A_bot_of_many_tenants_gets_its_token_for_Teams_from_theirs_and_the_rest_from_its_own()
    {
        var app = WithPassword(LocalIssuer.Password) with { IsMultiTenant = true };

        await Token(AppCredential.ForTeams(app, issuer.Address, network, TimeProvider.System));
        await Token(Of(app), "https://graph.microsoft.com");

        Assert.Equal(["/botframework.com/oauth2/v2.0/token", $"/{LocalIssuer.Tenant}/oauth2/v2.0/token"], issuer.TokenRequests);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_and_does_not_stand_in_what_is_said()
    {
        var refused = await Assert.ThrowsAsync<AuthenticationFailedException>(() => Token(Of(WithPassword("not-the-password"))));

        Assert.DoesNotContain("not-the-password", refused.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pem")]
    [InlineData("pfx")]
    public async Task With_a_certificate(string kind)
    {
        using var certificate = Certificate();
        issuer.AppCertificate = certificate;

        Assert.True(issuer.Gave($"Bearer {await Token(Of(new AppIdentity.WithCertificate(LocalIssuer.AppId, LocalIssuer.Tenant, Write(certificate, kind))))}", Teams));
    }

    [Fact]
    public async Task Another_certificate_is_refused()
    {
        using var known = Certificate();
        using var other = Certificate();
        issuer.AppCertificate = known;

        await Assert.ThrowsAsync<AuthenticationFailedException>(() => Token(Of(new AppIdentity.WithCertificate(LocalIssuer.AppId, LocalIssuer.Tenant, Write(other, "pem")))));
    }

    [Fact]
    public async Task As_a_managed_identity_the_machine_is_asked()
    {
        var asked = new List<string>();
        await using var machine = await Machine(http =>
        {
            lock (asked)
                asked.Add($"{http.Request.Method} {http.Request.Path} {http.Request.Query["resource"]} {http.Request.Query["client_id"]} {http.Request.Headers["Metadata"]}");
            return http.Request.Path == "/metadata/identity/oauth2/token"
                ? new JObject
                {
                    ["access_token"] = "of-the-machine",
                    ["token_type"] = "Bearer",
                    ["resource"] = Teams,
                    ["expires_in"] = "3600",
                    ["expires_on"] = TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture),
                }
                : null;
        });
        var port = new Uri(machine.Urls.Single()).Port;
        using var besideIt = new ServiceNetwork(() => new SocketsHttpHandler { UseProxy = false, ConnectCallback = (_, cancellationToken) => Connect(port, cancellationToken) });

        Assert.Equal("of-the-machine", await Token(AppCredential.For(new AppIdentity.Managed(LocalIssuer.AppId), issuer.Address, besideIt, TimeProvider.System)));
        Assert.Contains($"GET /metadata/identity/oauth2/token {Teams} {LocalIssuer.AppId} true", asked, StringComparer.OrdinalIgnoreCase);
        Assert.Empty(issuer.TokenRequests);
    }

    [Fact]
    public async Task However_many_ask_at_once_the_issuer_is_asked_once()
    {
        var credential = Of(WithPassword(LocalIssuer.Password));
        var open = new TaskCompletionSource<int?>();
        issuer.BeforeToken = () => open.Task;

        var asking = Enumerable.Range(0, 16).Select(_ => Token(credential)).ToList();
        open.SetResult(null);
        await Task.WhenAll(asking);

        Assert.Single(issuer.TokenRequests);
    }

    private static AppIdentity.WithPassword WithPassword(string password) => new(LocalIssuer.AppId, LocalIssuer.Tenant, new Secret(password));

    private TokenCredential Of(AppIdentity app) => AppCredential.For(app, issuer.Address, network, TimeProvider.System);

    private static async Task<string> Token(TokenCredential credential, string audience = Teams) =>
        (await credential.GetTokenAsync(new TokenRequestContext([$"{audience}/.default"]), CancellationToken.None)).Token;

    private static X509Certificate2 Certificate()
    {
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        return new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private string Write(X509Certificate2 certificate, string kind)
    {
        var path = Path.Combine(folder.FullName, $"certificate.{kind}");
        if (kind == "pfx")
            File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx));
        else
            File.WriteAllText(path, $"{certificate.ExportCertificatePem()}\n{certificate.GetRSAPrivateKey()!.ExportPkcs8PrivateKeyPem()}\n");
        return path;
    }

    private static async Task<WebApplication> Machine(Func<HttpContext, JObject?> answers)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(async http =>
        {
            var answer = answers(http);
            http.Response.StatusCode = answer is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync((answer ?? []).ToString());
        });
        await app.StartAsync();
        return app;
    }

    /// <summary>Whatever address is asked for, such as that of a machine's metadata, it is this port.</summary>
    private static async ValueTask<Stream> Connect(int port, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port, cancellationToken);
        return new NetworkStream(socket, ownsSocket: true);
    }
}
