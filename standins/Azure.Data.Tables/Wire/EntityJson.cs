using System.Globalization;
using System.Text.Json;

namespace Azure.Data.Tables.Wire;

/// <summary>Entities as JSON. A type that JSON does not know stands beside the value as name@odata.type.</summary>
internal static class EntityJson
{
    private const string Type = "@odata.type";

    public static void Write(Utf8JsonWriter json, TableEntity entity)
    {
        json.WriteStartObject();
        foreach (var (name, value) in entity)
        {
            if (value is null || name is TableEntity.ETagName or TableEntity.TimestampName)
                continue;
            Write(json, name, value);
        }

        json.WriteEndObject();
    }

    public static T One<T>(BinaryData content)
        where T : TableEntity, new()
    {
        using var json = JsonDocument.Parse(content);
        return Read<T>(json.RootElement);
    }

    public static IReadOnlyList<T> Several<T>(BinaryData content)
        where T : TableEntity, new()
    {
        using var json = JsonDocument.Parse(content);
        return [.. json.RootElement.GetProperty("value").EnumerateArray().Select(Read<T>)];
    }

    private static void Write(Utf8JsonWriter json, string name, object value)
    {
        switch (value)
        {
            case string text:
                json.WriteString(name, text);
                break;
            case bool truth:
                json.WriteBoolean(name, truth);
                break;
            case int number:
                json.WriteNumber(name, number);
                break;
            case long number:
                Write(json, name, "Edm.Int64", number.ToString(CultureInfo.InvariantCulture));
                break;
            case double number:
                Write(json, name, "Edm.Double", number.ToString("R", CultureInfo.InvariantCulture));
                break;
            case byte[] bytes:
                json.WriteString(name + Type, "Edm.Binary");
                json.WriteBase64String(name, bytes);
                break;
            case Guid id:
                Write(json, name, "Edm.Guid", id.ToString());
                break;
            case DateTime moment:
                Write(json, name, "Edm.DateTime", moment.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture));
                break;
            case DateTimeOffset moment:
                Write(json, name, "Edm.DateTime", moment.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
                break;
            default:
                throw new NotSupportedException($"Not supported type {value.GetType()}");
        }
    }

    private static void Write(Utf8JsonWriter json, string name, string type, string value)
    {
        json.WriteString(name + Type, type);
        json.WriteString(name, value);
    }

    private static T Read<T>(JsonElement json)
        where T : TableEntity, new()
    {
        var entity = new T();
        foreach (var property in json.EnumerateObject())
        {
            if (property.Name.EndsWith(Type, StringComparison.Ordinal))
                continue;
            var type = property.Name == TableEntity.TimestampName ? "Edm.DateTime" : json.TryGetProperty(property.Name + Type, out var written) ? written.GetString() : null;
            entity[property.Name] = Read(property.Value, type);
        }

        return entity;
    }

    private static object? Read(JsonElement value, string? type) => (type, value.ValueKind) switch
    {
        (_, JsonValueKind.Null) => null,
        ("Edm.Int64", _) => long.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        ("Edm.Binary", _) => value.GetBytesFromBase64(),
        ("Edm.Guid", _) => value.GetGuid(),
        ("Edm.DateTime", _) => DateTimeOffset.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        ("Edm.Double", JsonValueKind.String) => double.Parse(value.GetString()!, CultureInfo.InvariantCulture),
        ("Edm.Double", _) => value.GetDouble(),
        (_, JsonValueKind.String) => value.GetString(),
        (_, JsonValueKind.True or JsonValueKind.False) => value.GetBoolean(),
        (_, JsonValueKind.Number) => value.TryGetInt32(out var number) ? (object)number : value.GetDouble(),
        _ => throw new JsonException($"A property cannot be a {value.ValueKind}."),
    };
}
