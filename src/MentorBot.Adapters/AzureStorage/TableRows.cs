using Azure.Core;
using MentorBot.Adapters.Network;
using MentorBot.Storage.Rows;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Adapters.AzureStorage;

public static class TableRows
{
    /// <summary>Rows in the account's tables. Whoever asks for them first waits until they are there, and finds out if they cannot be.</summary>
    public static IServiceCollection AddTableRows(this IServiceCollection services, StorageAccount account) => services.AddSingleton<IRowStore>(provider =>
        TableRowStore.Open(account, provider.GetRequiredService<TokenCredential>, provider.GetRequiredService<ServiceNetwork>(), account.Prefix, default)
            .GetAwaiter().GetResult());
}
