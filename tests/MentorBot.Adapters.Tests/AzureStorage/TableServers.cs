using Azure.Core;
using Azure.Data.Tables;
using MentorBot.Adapters.AzureStorage;
using MentorBot.Adapters.Identity;
using MentorBot.Adapters.Network;
using MentorBot.Rehearsal.Azurite;
using MentorBot.Testing.Services;

namespace MentorBot.Adapters.Tests.AzureStorage;

/// <summary>Two Azurites for all tests of tables: one lets in by key, over http, the other by identity, over https.</summary>
public sealed class TableServers : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mentorbot-tables-");
    private readonly ServiceNetwork network = TestCertificate.Shared.Network();

    public AzuriteServer ByKey { get; private set; } = null!;

    public AzuriteServer ByIdentity { get; private set; } = null!;

    public TableRowStore RowsByKey { get; private set; } = null!;

    public TableRowStore RowsByIdentity { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var certificate = (TestCertificate.Shared.CertificateFile, TestCertificate.Shared.KeyFile);
        var starting = AzuriteServer.Start(Path.Combine(folder.FullName, "key"));
        ByIdentity = await AzuriteServer.Start(Path.Combine(folder.FullName, "identity"), certificate);
        ByKey = await starting;
        RowsByKey = await Open(new StorageAccount.ByConnectionString(new Secret(ByKey.ConnectionString)), "first");
        RowsByIdentity = await Open(new StorageAccount.ByIdentity(ByIdentity.Tables, ByIdentity.Queues), "first");
    }

    public async Task DisposeAsync()
    {
        await ByKey.DisposeAsync();
        await ByIdentity.DisposeAsync();
        network.Dispose();
        folder.Delete(recursive: true);
    }

    public Task<TableRowStore> Open(StorageAccount account, string prefix, TokenCredential? credential = null) =>
        TableRowStore.Open(account, () => credential ?? new UnsignedTokens(), network, prefix, default);

    /// <summary>A table of one's own, without the row store in between.</summary>
    public async Task<TableClient> Table(string? connectionString = null)
    {
        var options = new TableClientOptions { Transport = network.Transport() };
        var table = new TableServiceClient(connectionString ?? ByKey.ConnectionString, options).GetTableClient($"t{Guid.NewGuid():N}");
        await table.CreateIfNotExistsAsync();
        return table;
    }
}
