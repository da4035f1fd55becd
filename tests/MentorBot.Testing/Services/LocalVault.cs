using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace MentorBot.Testing.Services;

/// <summary>
/// A key vault on this machine, over https, with one RSA key in versions. It is strict: whatever a vault would not understand, or the
/// bot has no reason to send, is a complaint, and fails the test at the end.
/// </summary>
public sealed class LocalVault : IAsyncDisposable
{
    public const string Token = "token-for-the-vault";
    private const string Name = "mentorbot";

    /// <summary>Made by vaults that are gone: to make one takes long.</summary>
    private static readonly ConcurrentBag<RSA> Spare = [];

    private readonly ConcurrentDictionary<string, RSA> versions = new();
    private readonly ConcurrentQueue<string> complaints = [];
    private readonly ConcurrentQueue<VaultFault> faults = [];
    private readonly WebApplication app;
    private string current = "";
    private int requests;
    private int unwraps;

    private LocalVault(WebApplication app) => this.app = app;

    public Uri Key => new($"{app.Urls.Single().Replace("127.0.0.1", "localhost", StringComparison.Ordinal)}/keys/{Name}");

    public string CurrentId => $"{Key}/{current}";

    public int Requests => requests;

    public int Unwraps => unwraps;

    /// <summary>While it is false there is no such key.</summary>
    public bool HasKey { get; set; } = true;

    /// <summary>Who is let in, by their Authorization header.</summary>
    public Func<string?, bool> LetsIn { get; set; } = header => header == $"Bearer {Token}";

    public Func<Task> BeforeAnswer { get; set; } = () => Task.CompletedTask;

    public static async Task<LocalVault> Start()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(TestCertificate.Shared.Certificate)));
        var app = builder.Build();
        var vault = new LocalVault(app);
        vault.Rotate();
        app.Run(vault.Answer);
        await app.StartAsync();
        return vault;
    }

    /// <summary>A new version, which wraps from now on; the older ones unwrap still.</summary>
    public void Rotate()
    {
        var version = Guid.NewGuid().ToString("n");
        versions[version] = Spare.TryTake(out var spare) ? spare : RSA.Create(2048);
        current = version;
    }

    /// <summary>Goes wrong in these ways with the next requests, one each.</summary>
    public void Next(params IEnumerable<VaultFault> next)
    {
        foreach (var fault in next)
            faults.Enqueue(fault);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        foreach (var key in versions.Values)
            Spare.Add(key);
        Assert.Empty(complaints);
    }

    private async Task Answer(HttpContext context)
    {
        Interlocked.Increment(ref requests);
        var (request, response) = (context.Request, context.Response);
        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();
        await BeforeAnswer();
        faults.TryDequeue(out var fault);
        switch (fault)
        {
            case VaultFault.Status status:
                response.Headers.RetryAfter = status.RetryAfter?.ToString(System.Globalization.CultureInfo.InvariantCulture);
                await Refuse(response, status.Number, "Failed", status.Code);
                return;
            case VaultFault.Stall:
                await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return;
            case VaultFault.Answer answer:
                await response.WriteAsync(answer.Body);
                return;
        }

        if (request.QueryString.Value != "?api-version=7.4" || !request.IsHttps || request.Headers.Accept != "application/json")
            complaints.Enqueue($"{request.Method} {request.Path}{request.QueryString}: not how a vault is asked.");
        if (!LetsIn(request.Headers.Authorization))
        {
            await Refuse(response, StatusCodes.Status401Unauthorized, "Unauthorized", null);
            return;
        }

        var work = (request.Method, request.Path.Value!.Split('/')) switch
        {
            ("GET", ["", "keys", Name]) => Show(response, body),
            ("POST", ["", "keys", Name, "wrapkey"]) => Wrap(request, response, body, fault),
            ("POST", ["", "keys", Name, var version, "unwrapkey"]) => Unwrap(request, response, version, body, fault),
            _ => Complain(response, $"{request.Method} {request.Path}: there is nothing there."),
        };
        await work;
    }

    private Task Show(HttpResponse response, string body)
    {
        if (body.Length > 0)
            complaints.Enqueue("GET with a body.");
        return HasKey ? response.WriteAsJsonAsync(new { key = new { kid = CurrentId, kty = "RSA" }, attributes = new { enabled = true } }) : NotFound(response);
    }

    private Task Wrap(HttpRequest request, HttpResponse response, string body, VaultFault? fault)
    {
        if (ValueOf(request, body) is not { Length: 32 } key)
            return Complain(response, $"To be wrapped: {body}");
        return HasKey ? Give(response, CurrentId, versions[current].Encrypt(key, RSAEncryptionPadding.OaepSHA256), fault) : NotFound(response);
    }

    private Task Unwrap(HttpRequest request, HttpResponse response, string version, string body, VaultFault? fault)
    {
        Interlocked.Increment(ref unwraps);
        if (ValueOf(request, body) is not { } wrapped)
            return Complain(response, $"To be unwrapped: {body}");
        if (!HasKey || !versions.TryGetValue(version, out var key))
            return NotFound(response);
        try
        {
            return Give(response, $"{Key}/{version}", key.Decrypt(wrapped, RSAEncryptionPadding.OaepSHA256), fault);
        }
        catch (CryptographicException)
        {
            return Refuse(response, StatusCodes.Status400BadRequest, "BadParameter", null);
        }
    }

    private static byte[]? ValueOf(HttpRequest request, string body)
    {
        using var json = JsonDocument.Parse(body);
        var properties = json.RootElement.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.GetString()!, StringComparer.Ordinal);
        return request.ContentType == "application/json" && properties.Count == 2 && properties["alg"] == "RSA-OAEP-256" && !properties["value"].Contains('=', StringComparison.Ordinal)
            ? Base64Url.DecodeFromChars(properties["value"])
            : null;
    }

    private static Task Give(HttpResponse response, string kid, byte[] value, VaultFault? fault)
    {
        if (fault is not VaultFault.LoseAnswer)
            return response.WriteAsJsonAsync(new { kid, value = Base64Url.EncodeToString(value) });
        response.HttpContext.Abort();
        return Task.CompletedTask;
    }

    private Task Complain(HttpResponse response, string complaint)
    {
        complaints.Enqueue(complaint);
        return Refuse(response, StatusCodes.Status400BadRequest, "BadParameter", null);
    }

    private static Task NotFound(HttpResponse response) => Refuse(response, StatusCodes.Status404NotFound, "KeyNotFound", null);

    private static Task Refuse(HttpResponse response, int status, string code, string? inner)
    {
        response.StatusCode = status;
        return response.WriteAsJsonAsync(new { error = new { code, message = "Said at length, and about whom.", innererror = new { code = inner } } });
    }
}
