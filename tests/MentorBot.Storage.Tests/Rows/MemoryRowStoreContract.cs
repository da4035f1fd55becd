using MentorBot.Storage.Rows;
using MentorBot.Testing.Rows;

namespace MentorBot.Storage.Tests.Rows;

/// <summary>The double keeps the contract that it stands in for.</summary>
public sealed class MemoryRowStoreContract : RowStoreContract
{
    protected override Task<IRowStore> Open() => Task.FromResult<IRowStore>(new MemoryRowStore());
}
