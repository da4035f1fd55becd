using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MentorBot.Storage.Deciding;

namespace MentorBot.Storage.Rows;

/// <summary>
/// All rows as text, a JSON object a line, the same from every store; the last line counts them. What is sealed stays sealed:
/// without the master key nobody reads it.
/// </summary>
public sealed class RowBackup(IRowWalk walk, Decisions decisions)
{
    /// <summary>Each transaction is well below what a store takes, however large its rows.</summary>
    private const int MostCharacters = 1 << 20;
    private const int MostRows = 100;

    private static readonly Table[] Tables = Enum.GetValues<Table>();

    /// <returns>How many there are.</returns>
    public async Task<int> Write(Stream file, CancellationToken cancellationToken)
    {
        var count = 0;
        await using var lines = new StreamWriter(file, leaveOpen: true) { NewLine = "\n" };
        foreach (var table in Tables)
            await foreach (var (partition, row) in walk.All(table, cancellationToken))
            {
                await lines.WriteLineAsync(LineOf(partition, row));
                count++;
            }

        await lines.WriteLineAsync(new JsonObject { ["rows"] = count }.ToJsonString());
        return count;
    }

    /// <summary>Can be done again when it broke off: what is there already is left out.</summary>
    /// <param name="file">Is read twice, so that one that broke off is known before anything is written.</param>
    /// <returns>How many rows were put back; null, and none were, where there are other rows than these.</returns>
    /// <exception cref="InvalidDataException">The file is not a whole backup; nothing was written.</exception>
    public async Task<int?> Restore(Stream file, CancellationToken cancellationToken)
    {
        var missing = new HashSet<UInt128>();
        await foreach (var line in Lines(file, cancellationToken))
        {
            RowOf(line);
            missing.Add(HashOf(line.Text));
        }

        foreach (var table in Tables)
            await foreach (var (partition, row) in walk.All(table, cancellationToken))
                if (!missing.Remove(HashOf(LineOf(partition, row))))
                    return null;

        var (count, characters, at, writes) = (0, 0, default(Partition), new List<Write>());
        await foreach (var line in Lines(file, cancellationToken))
        {
            if (!missing.Contains(HashOf(line.Text)))
                continue;
            var (partition, write) = RowOf(line);
            if (partition != at || writes.Count == MostRows || characters + line.Text.Length > MostCharacters)
            {
                await Put(at, writes, cancellationToken);
                (at, characters, writes) = (partition, 0, []);
            }

            writes.Add(write);
            characters += line.Text.Length;
            count++;
        }

        await Put(at, writes, cancellationToken);
        return count;
    }

    private Task<bool> Put(Partition partition, List<Write> writes, CancellationToken cancellationToken) =>
        decisions.Run(partition, _ => Task.FromResult(true), (_, _) => ValueTask.FromResult(Plan.Of(true, [.. writes])), cancellationToken);

    private static async IAsyncEnumerable<(int Number, string Text)> Lines(Stream file, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        file.Position = 0;
        using var lines = new StreamReader(file, leaveOpen: true);
        for (var number = 1; ; number++)
        {
            var line = await lines.ReadLineAsync(cancellationToken) ?? throw new InvalidDataException($"The backup broke off after line {number - 1}: the last line, which counts the rows, is missing.");
            if (line == new JsonObject { ["rows"] = number - 1 }.ToJsonString() && await lines.ReadLineAsync(cancellationToken) is null)
                yield break;
            yield return (number, line);
        }
    }

    private static UInt128 HashOf(string line) => BinaryPrimitives.ReadUInt128LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(line)));

    private static string LineOf(Partition partition, Row row) => new JsonObject
    {
        ["table"] = partition.Table.ToString(),
        ["partition"] = partition.Key,
        ["key"] = row.Key,
        ["properties"] = new JsonObject(row.Properties.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => KeyValuePair.Create<string, JsonNode?>(one.Key, one.Value switch
        {
            byte[] bytes => new JsonObject { ["bytes"] = Convert.ToBase64String(bytes) },
            var plain => JsonValue.Create(plain),
        }))),
    }.ToJsonString();

    private static (Partition Partition, Write Write) RowOf((int Number, string Text) line)
    {
        try
        {
            var row = JsonNode.Parse(line.Text)!;
            return (
                new(Enum.Parse<Table>((string)row["table"]!), (string)row["partition"]!),
                new Write.Insert((string)row["key"]!, row["properties"]!.AsObject().ToDictionary(one => one.Key, one => ValueOf(one.Value!))));
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException or ArgumentException or FormatException or NullReferenceException)
        {
            throw new InvalidDataException($"Line {line.Number} is not a row of a backup.");
        }
    }

    private static object ValueOf(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.String => (string)value!,
        JsonValueKind.Number => (long)value,
        JsonValueKind.Object => Convert.FromBase64String((string)value["bytes"]!),
        _ => (bool)value,
    };
}
