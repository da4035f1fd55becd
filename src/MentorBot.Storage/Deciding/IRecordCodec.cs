using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Deciding;

/// <summary>Between a record of the domain and the one row that holds it.</summary>
public interface IRecordCodec<T>
    where T : class
{
    ValueTask<IReadOnlyDictionary<string, object>> Encode(Partition partition, string key, T record, CancellationToken cancellationToken);

    ValueTask<T> Decode(Partition partition, Row row, CancellationToken cancellationToken);
}
