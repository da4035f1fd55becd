using System.Runtime.CompilerServices;
using MentorBot.Storage.Rows;

namespace MentorBot.Adapters.Embedded;

public sealed partial class SqliteRowStore : IRowWalk
{
    // Nothing is awaited inside: SQLite answers from a local disk, and the pages are small.
#pragma warning disable CS1998
    public async IAsyncEnumerable<(Partition Partition, Row Row)> All(Table table, [EnumeratorCancellation] CancellationToken cancellationToken)
#pragma warning restore CS1998
    {
        (byte[] Partition, byte[] Key)? after = ([], []);
        while (after is { } from)
        {
            cancellationToken.ThrowIfCancellationRequested();
            (var rows, after) = Read(static (reader, at) => (reader.PageOfAll(at.table, at.from.Partition, at.from.Key, out var last), last), (table, from));
            foreach (var row in rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return row;
            }
        }
    }
}
