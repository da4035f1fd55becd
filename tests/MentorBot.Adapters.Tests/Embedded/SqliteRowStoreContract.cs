using MentorBot.Adapters.Embedded;
using MentorBot.Storage.Rows;
using MentorBot.Testing.Rows;

namespace MentorBot.Adapters.Tests.Embedded;

public sealed class SqliteRowStoreContract : RowStoreContract, IDisposable
{
    private readonly StoreFolder folder = new();

    public void Dispose() => folder.Dispose();

    protected override Task<IRowStore> Open() => Task.FromResult<IRowStore>(SqliteRowStore.Open(folder.File));
}
