using Azure.Core;
using MentorBot.Adapters.AzureStorage;
using MentorBot.Adapters.Identity;
using MentorBot.Storage.Rows;
using MentorBot.Testing.Services;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Adapters.Tests.AzureStorage;

[Collection(TablesOnAzurite.Name)]
public sealed class TableRowsTests(TableServers servers)
{
    [Fact]
    public async Task A_connection_string_needs_no_identity() =>
        await Works(new StorageAccount.ByConnectionString(new Secret(servers.ByKey.ConnectionString)), new ServiceCollection());

    [Fact]
    public async Task Without_one_the_identity_lets_in() =>
        await Works(new StorageAccount.ByIdentity(servers.ByIdentity.Tables, servers.ByIdentity.Queues), new ServiceCollection().AddSingleton<TokenCredential>(new UnsignedTokens()));

    private static async Task Works(StorageAccount account, IServiceCollection services)
    {
        await using var provider = services.AddSingleton(_ => TestCertificate.Shared.Network()).AddTableRows(account).BuildServiceProvider();
        var rows = provider.GetRequiredService<IRowStore>();

        Assert.Same(rows, provider.GetRequiredService<IRowStore>());
        Assert.IsType<Commit.Done>(await rows.Transact(new(Table.BotState, "p"), [new Write.Upsert("r", new Dictionary<string, object>())], default));
    }
}
