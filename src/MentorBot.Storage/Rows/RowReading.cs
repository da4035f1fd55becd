using System.Collections.Immutable;
using MentorBot.Domain;
using NodaTime;

namespace MentorBot.Storage.Rows;

/// <summary>Typed reading of a row's properties. A property that is missing where it is needed is damage, and a bug or an attack: it throws.</summary>
public static class RowReading
{
    public static string Text(this Row row, string name) => (string)row.Properties[name];

    public static string? TextIfAny(this Row row, string name) => row.Properties.TryGetValue(name, out var value) ? (string)value : null;

    public static byte[] Bytes(this Row row, string name) => (byte[])row.Properties[name];

    public static byte[]? BytesIfAny(this Row row, string name) => row.Properties.TryGetValue(name, out var value) ? (byte[])value : null;

    public static int Number(this Row row, string name) => checked((int)(long)row.Properties[name]);

    public static bool Is(this Row row, string name) => row.Properties.TryGetValue(name, out var value) && (bool)value;

    public static Instant Moment(this Row row, string name) => Instant.FromUnixTimeTicks((long)row.Properties[name]);

    public static Instant? MomentIfAny(this Row row, string name) => row.Properties.TryGetValue(name, out var value) ? Instant.FromUnixTimeTicks((long)value) : null;

    public static TEnum One<TEnum>(this Row row, string name)
        where TEnum : struct, Enum => Enum.Parse<TEnum>(row.Text(name));

    public static PersonId? PersonIfAny(this Row row, string name) => row.TextIfAny(name) is { } id ? new PersonId(id) : null;

    public static ImmutableArray<PersonId> People(this Row row, string name) => [.. row.Several(name).Select(one => new PersonId(KeyText.Back(one)))];

    /// <summary>A list of names without commas, as one text.</summary>
    public static ImmutableArray<string> Several(this Row row, string name) =>
        row.TextIfAny(name) is { Length: > 0 } joined ? [.. joined.Split(',')] : [];
}
