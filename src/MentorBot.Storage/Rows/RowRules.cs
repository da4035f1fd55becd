using System.Buffers;

namespace MentorBot.Storage.Rows;

/// <summary>
/// What Azure Table Storage refuses, refused by every store alike and before any I/O, so that what runs on the embedded
/// store runs on Azure. Sizes are counted as Azure counts them; messages name tables and properties, never what they hold.
/// </summary>
/// <remarks>
/// Two refusals are ours. Text that is not well-formed UTF-16 (half of a surrogate pair alone) has no UTF-8, so it could
/// never reach Azure unchanged. The ETag "*" means "any version" to Azure, which is what <see cref="Write.Upsert"/> is for.
/// </remarks>
public static class RowRules
{
    public const int MostWrites = 100;

    /// <summary>In UTF-16 code units: 1 KiB.</summary>
    public const int LongestKey = 512;

    /// <summary>In UTF-16 code units: 64 KiB.</summary>
    public const int LongestText = 32 * 1024;

    /// <summary>In bytes.</summary>
    public const int LongestBytes = 64 * 1024;

    /// <summary>The 255 of Azure without its own three.</summary>
    public const int MostProperties = 252;

    public const int LongestPropertyName = 255;

    /// <summary>In bytes, counted by <see cref="RowSize"/>.</summary>
    public const int LargestRow = 1024 * 1024;

    /// <summary>In bytes, counted by <see cref="WireSize"/>.</summary>
    public const int LargestTransaction = 4 * 1024 * 1024;

    private static readonly SearchValues<char> ForbiddenInKeys = SearchValues.Create(
        ['/', '\\', '#', '?', .. Enumerable.Range(0x00, 0x20).Concat(Enumerable.Range(0x7F, 0x21)).Select(code => (char)code)]);

    /// <summary>Refuses a table that is none.</summary>
    /// <exception cref="ArgumentException"/>
    public static void Check(Table table)
    {
        if (!Enum.IsDefined(table))
            throw new ArgumentException("There is no such table.", nameof(table));
    }

    /// <summary>Refuses a partition that cannot be.</summary>
    /// <exception cref="ArgumentException"/>
    public static void Check(Partition partition)
    {
        Check(partition.Table);
        CheckKey(partition.Key, nameof(partition));
    }

    /// <summary>Refuses a key that no row can have.</summary>
    /// <exception cref="ArgumentException"/>
    public static void Check(Partition partition, string key)
    {
        Check(partition);
        CheckKey(key, nameof(key));
    }

    /// <summary>Refuses bounds that cannot be sent. They need not be possible keys: a range may end at "prefix/", say.</summary>
    /// <exception cref="ArgumentException"/>
    public static void Check(Partition partition, string from, string to)
    {
        Check(partition);
        CheckWellFormed(from, nameof(from));
        CheckWellFormed(to, nameof(to));
    }

    /// <summary>Refuses a transaction that Azure would refuse whatever is stored.</summary>
    /// <exception cref="ArgumentException"/>
    public static void Check(Partition partition, IReadOnlyList<Write> writes)
    {
        Check(partition);
        ArgumentNullException.ThrowIfNull(writes);
        if (writes.Count is 0 or > MostWrites)
            throw new ArgumentException($"{partition.Table}: a transaction has 1 to {MostWrites} writes, not {writes.Count}.", nameof(writes));

        var wireSize = 0;
        for (var index = 0; index < writes.Count; index++)
        {
            Check(partition, writes[index], index);
            wireSize += WireSize(partition, writes[index]);
        }

        if (wireSize > LargestTransaction)
            throw new ArgumentException($"{partition.Table}: a transaction is at most 4 MiB on the wire, not {wireSize} bytes.", nameof(writes));
        CheckDistinct(partition, writes);
    }

    /// <summary>What Azure counts towards the 1 MiB of a row, in bytes.</summary>
    public static int RowSize(Partition partition, Write write)
    {
        var size = 4 + (2 * (partition.Key.Length + write.Key.Length));
        foreach (var (name, value) in PropertiesOf(write))
        {
            size += 8 + (2 * name.Length) + value switch
            {
                string text => 4 + (2 * text.Length),
                byte[] bytes => 4 + bytes.Length,
                bool => 1,
                _ => 8,
            };
        }

        return size;
    }

    /// <summary>The most that a write can weigh in a batch request, in bytes: JSON with all but plain ASCII escaped, and its headers.</summary>
    public static int WireSize(Partition partition, Write write)
    {
        const int headers = 1024;
        const int quotesAndType = 64;
        const int urlEscaped = 9;
        var size = headers + ((urlEscaped + 6) * (partition.Key.Length + write.Key.Length));
        foreach (var (name, value) in PropertiesOf(write))
        {
            size += quotesAndType + (12 * name.Length) + value switch
            {
                string text => JsonSize(text),
                byte[] bytes => (bytes.Length + 2) / 3 * 4,
                _ => 24,
            };
        }

        return size;
    }

    private static void Check(Partition partition, Write write, int index)
    {
        if (write is null)
            throw new ArgumentException($"{partition.Table}: write {index} is null.", nameof(write));
        CheckKey(write.Key, nameof(write));

        if (write is Write.Replace { ETag: null or "" or "*" } or Write.Delete { ETag: null or "" or "*" })
            throw new ArgumentException($"{partition.Table}: write {index} names no version.", nameof(write));
        if (write is Write.Delete)
            return;

        var properties = PropertiesOf(write) ?? throw new ArgumentException($"{partition.Table}: write {index} has no properties.", nameof(write));
        if (properties.Count > MostProperties)
            throw new ArgumentException($"{partition.Table}: a row has at most {MostProperties} properties, not {properties.Count}.", nameof(write));
        foreach (var (name, value) in properties)
            CheckProperty(partition, name, value);

        var size = RowSize(partition, write);
        if (size > LargestRow)
            throw new ArgumentException($"{partition.Table}: a row is at most 1 MiB, not {size} bytes.", nameof(write));
    }

    private static void CheckProperty(Partition partition, string name, object value)
    {
        if (!IsPropertyName(name))
            throw new ArgumentException($"{partition.Table}: \"{name}\" cannot name a property.", nameof(name));

        switch (value)
        {
            case bool or long:
                return;
            case string { Length: > LongestText } or byte[] { Length: > LongestBytes }:
                throw new ArgumentException($"{partition.Table}: the property {name} is over 64 KiB.", nameof(value));
            case string text:
                CheckWellFormed(text, name);
                return;
            case byte[]:
                return;
            default:
                throw new ArgumentException(
                    $"{partition.Table}: the property {name} is a {value?.GetType().Name ?? "null"}, not a string, bool, long or byte[].", nameof(value));
        }
    }

    private static bool IsPropertyName(string name)
    {
        if (name is not { Length: > 0 and <= LongestPropertyName } || name is "PartitionKey" or "RowKey" or "Timestamp" || char.IsDigit(name[0]))
            return false;
        foreach (var character in name)
            if (character != '_' && !char.IsLetterOrDigit(character))
                return false;
        return true;
    }

    private static void CheckKey(string key, string parameter)
    {
        CheckWellFormed(key, parameter);
        if (key.Length > LongestKey)
            throw new ArgumentException($"A key is at most {LongestKey} characters, not {key.Length}.", parameter);

        var forbidden = key.AsSpan().IndexOfAny(ForbiddenInKeys);
        if (forbidden >= 0)
            throw new ArgumentException($"U+{(int)key[forbidden]:X4} cannot stand in a key.", parameter);
    }

    private static void CheckWellFormed(string text, string parameter)
    {
        ArgumentNullException.ThrowIfNull(text, parameter);
        for (var index = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); index >= 0 && index < text.Length; index++)
        {
            if (!char.IsSurrogate(text[index]))
                continue;
            if (index + 1 == text.Length || !char.IsSurrogatePair(text[index], text[index + 1]))
                throw new ArgumentException("Half of a surrogate pair cannot be stored.", parameter);
            index++;
        }
    }

    private static void CheckDistinct(Partition partition, IReadOnlyList<Write> writes)
    {
        if (writes.Count == 1)
            return;

        var keys = new HashSet<string>(writes.Count, StringComparer.Ordinal);
        if (!writes.All(write => keys.Add(write.Key)))
            throw new ArgumentException($"{partition.Table}: a row appears twice in one transaction.", nameof(writes));
    }

    private static int JsonSize(string text)
    {
        var size = 0;
        foreach (var character in text)
            size += char.IsAsciiLetterOrDigit(character) || character == ' ' ? 1 : 6;
        return size;
    }

    private static IReadOnlyDictionary<string, object> PropertiesOf(Write write) => write switch
    {
        Write.Insert insert => insert.Properties,
        Write.Replace replace => replace.Properties,
        Write.Upsert upsert => upsert.Properties,
        _ => System.Collections.Immutable.ImmutableDictionary<string, object>.Empty,
    };
}
