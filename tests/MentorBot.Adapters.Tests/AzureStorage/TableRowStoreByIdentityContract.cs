using MentorBot.Storage.Rows;
using MentorBot.Testing.Rows;

namespace MentorBot.Adapters.Tests.AzureStorage;

[Collection(TablesOnAzurite.Name)]
public sealed class TableRowStoreByIdentityContract(TableServers servers) : RowStoreContract
{
    protected override Task<IRowStore> Open() => Task.FromResult<IRowStore>(servers.RowsByIdentity);
}
