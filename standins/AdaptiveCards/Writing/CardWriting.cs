using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace AdaptiveCards.Writing;

/// <summary>
/// Cards are written by hand, since one goes out with every press. The order, the names and what is left out are the official library's,
/// which leaves them to attributes and reflection.
/// </summary>
internal static class CardWriting
{
    public static void WriteText(this JsonWriter writer, string name, string value)
    {
        if (value is null)
            return;
        writer.WritePropertyName(name, escape: false);
        writer.WriteValue(value);
    }

    public static void WriteRequired(this JsonWriter writer, string name, string value) => writer.WriteText(name, value ?? throw Missing(name));

    public static void WriteMember(this JsonWriter writer, string name, bool value)
    {
        writer.WritePropertyName(name, escape: false);
        writer.WriteValue(value);
    }

    public static void WriteFlag(this JsonWriter writer, string name, bool value)
    {
        if (value)
            writer.WriteMember(name, true);
    }

    public static void WriteUnlessZero(this JsonWriter writer, string name, int value)
    {
        if (value == 0)
            return;
        writer.WritePropertyName(name, escape: false);
        writer.WriteValue(value);
    }

    public static void WriteName<TEnum>(this JsonWriter writer, string name, TEnum value)
        where TEnum : struct, Enum => writer.WriteText(name, CamelNames<TEnum>.Of(value));

    public static void WriteUnlessDefault<TEnum>(this JsonWriter writer, string name, TEnum value)
        where TEnum : struct, Enum
    {
        if (!EqualityComparer<TEnum>.Default.Equals(value, default))
            writer.WriteName(name, value);
    }

    public static void WriteElements<TElement>(this JsonWriter writer, string name, List<TElement> elements)
        where TElement : AdaptiveTypedElement => writer.WriteArray(name, elements, static (writer, element) => element.WriteTo(writer));

    public static void WriteArray<T>(this JsonWriter writer, string name, List<T> items, Action<JsonWriter, T> write)
        where T : class
    {
        if (items is null)
            throw Missing(name);
        writer.WritePropertyName(name, escape: false);
        writer.WriteStartArray();
        foreach (var item in items)
        {
            if (item is null)
                writer.WriteNull();
            else
                write(writer, item);
        }

        writer.WriteEndArray();
    }

    /// <summary>A token as it is; anything else as the default serializer has it, property names untouched.</summary>
    public static void WriteAny(this JsonWriter writer, string name, object value)
    {
        writer.WritePropertyName(name);
        if (value is null)
            writer.WriteNull();
        else if (value is string text)
            writer.WriteValue(text);
        else if (value is JToken token)
            token.WriteTo(writer);
        else
            JsonSerializer.CreateDefault().Serialize(writer, value);
    }

    private static JsonSerializationException Missing(string name) =>
        new($"Cannot write a null value for property '{name}'. Property requires a value.");
}
