using System.Runtime.CompilerServices;
using MentorBot.Storage.Rows;
using MentorBot.Testing.Rows;

namespace MentorBot.Storage.Tests.Sealing;

internal sealed class WalkInMemory(MemoryRowStore store) : IRowWalk
{
    public async IAsyncEnumerable<(Partition Partition, Row Row)> All(Table table, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.CompletedTask;
        foreach (var one in store.All.Where(one => one.Partition.Table == table))
            yield return one;
    }
}
