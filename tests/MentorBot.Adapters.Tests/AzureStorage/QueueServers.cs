using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Storage.Queues;
using MentorBot.Adapters.AzureStorage;
using MentorBot.Adapters.Identity;
using MentorBot.Adapters.Network;
using MentorBot.Rehearsal.Azurite;
using MentorBot.Testing.Services;
using Microsoft.Extensions.Logging.Abstractions;

namespace MentorBot.Adapters.Tests.AzureStorage;

/// <summary>Two Azurites for all tests of queues: one lets in by key and signature, over http, the other by identity, over https.</summary>
public sealed class QueueServers : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mentorbot-queues-");
    private readonly ServiceNetwork network = TestCertificate.Shared.Network();

    public AzuriteServer ByKey { get; private set; } = null!;

    public AzuriteServer ByIdentity { get; private set; } = null!;

    /// <summary>The queues of an account for an hour, by a shared access signature.</summary>
    public static string Signature
    {
        get
        {
            var (until, version) = (TimeProvider.System.GetUtcNow().AddHours(1).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), "2021-06-08");
            var signed = HMACSHA256.HashData(
                Convert.FromBase64String(AzuriteServer.AccountKey),
                Encoding.UTF8.GetBytes($"{AzuriteServer.Account}\nraupc\nq\nsco\n\n{until}\n\nhttps,http\n{version}\n\n"));
            return $"sv={version}&ss=q&srt=sco&sp=raupc&spr=https,http&se={Uri.EscapeDataString(until)}&sig={Uri.EscapeDataString(Convert.ToBase64String(signed))}";
        }
    }

    public string ConnectionBySignature => $"QueueEndpoint={ByKey.Queues};SharedAccessSignature={Signature}";

    public static string NewName => $"q{Guid.NewGuid():N}";

    public async Task InitializeAsync()
    {
        var starting = AzuriteServer.Start(Path.Combine(folder.FullName, "key"));
        ByIdentity = await AzuriteServer.Start(Path.Combine(folder.FullName, "identity"), (TestCertificate.Shared.CertificateFile, TestCertificate.Shared.KeyFile));
        ByKey = await starting;
    }

    public async Task DisposeAsync()
    {
        await ByKey.DisposeAsync();
        await ByIdentity.DisposeAsync();
        network.Dispose();
        folder.Delete(recursive: true);
    }

    public StorageWorkQueue OpenByKey(string? name = null) => Open(ByKey.ConnectionString, name);

    public StorageWorkQueue OpenBySignature() => Open(ConnectionBySignature);

    public StorageWorkQueue OpenByIdentity(UnsignedTokens? tokens = null) => new(
        new StorageAccount.ByIdentity(ByIdentity.Tables, ByIdentity.Queues), tokens ?? new(), network, NullLogger<StorageWorkQueue>.Instance, NewName);

    public StorageWorkQueue Open(string connection, string? name = null) => new(
        new StorageAccount.ByConnectionString(new Secret(connection)), network, NullLogger<StorageWorkQueue>.Instance, name ?? NewName);

    /// <summary>A queue without what the bot makes of it.</summary>
    public QueueClient Client(string name, string? connection = null) => new(connection ?? ByKey.ConnectionString, name, Options());

    public QueueClient ClientByIdentity(Uri queues, UnsignedTokens tokens) => new(new Uri($"{queues}/{NewName}"), tokens, Options());

    private QueueClientOptions Options() => new() { Transport = network.Transport(), Retry = { MaxRetries = 0 } };
}
