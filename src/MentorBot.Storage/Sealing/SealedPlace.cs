using System.Buffers.Binary;
using System.Text;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Sealing;

/// <summary>Where sealed words stand. They open there and nowhere else: not in another row, property or revision.</summary>
/// <param name="Revision">The revision of the row that holds them, so that older words put back do not open.</param>
/// <param name="SchemaVersion">The version of the row's codec, so that words are not read as what they never were.</param>
public readonly record struct SealedPlace(Partition Partition, string RowKey, string Property, long Revision, int SchemaVersion)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Every field with its length before it, so that no two places come to the same bytes.</summary>
    internal byte[] AssociatedData(byte format, Guid keyId)
    {
        var table = Partition.Table.ToString();
        var data = new byte[1 + 16 + sizeof(long) + sizeof(int) + (4 * sizeof(int))
            + Strict.GetByteCount(table) + Strict.GetByteCount(Partition.Key) + Strict.GetByteCount(RowKey) + Strict.GetByteCount(Property)];

        data[0] = format;
        keyId.TryWriteBytes(data.AsSpan(1), bigEndian: true, out _);
        BinaryPrimitives.WriteInt64BigEndian(data.AsSpan(17), Revision);
        BinaryPrimitives.WriteInt32BigEndian(data.AsSpan(25), SchemaVersion);
        var rest = data.AsSpan(29);
        Put(table, ref rest);
        Put(Partition.Key, ref rest);
        Put(RowKey, ref rest);
        Put(Property, ref rest);
        return data;

        static void Put(string field, ref Span<byte> rest)
        {
            var length = Strict.GetBytes(field, rest[sizeof(int)..]);
            BinaryPrimitives.WriteInt32BigEndian(rest, length);
            rest = rest[(sizeof(int) + length)..];
        }
    }

    public override string ToString() => $"{Partition}/{RowKey}.{Property} (revision {Revision}, schema {SchemaVersion})";
}
