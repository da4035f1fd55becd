using System.Buffers.Binary;
using System.Text;

namespace MentorBot.Adapters.Embedded;

/// <summary>
/// The properties of a row as one blob: how many, then for each its name, a letter for its type, and its value. Lengths are
/// 32-bit, seven bits a byte, the lowest first; a long is eight bytes, the lowest first.
/// </summary>
internal static class PropertyBlob
{
    private const byte Text = (byte)'s';
    private const byte Bytes = (byte)'b';
    private const byte Number = (byte)'n';
    private const byte True = (byte)'t';
    private const byte False = (byte)'f';

    // Throws where the lenient one would quietly store a question mark.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly object BoxedTrue = true;
    private static readonly object BoxedFalse = false;

    public static byte[] Encode(IReadOnlyDictionary<string, object> properties)
    {
        var size = LengthSize(properties.Count);
        foreach (var (name, value) in properties)
            size += Sized(Utf8.GetByteCount(name)) + 1 + ValueSize(value);

        var blob = new byte[size];
        var rest = WriteLength(blob, properties.Count);
        foreach (var (name, value) in properties)
        {
            rest = WriteText(rest, name);
            rest = WriteValue(rest, value);
        }

        return blob;
    }

    /// <exception cref="InvalidDataException">These are not properties as written here.</exception>
    public static Dictionary<string, object> Decode(ReadOnlySpan<byte> blob)
    {
        try
        {
            var count = ReadLength(ref blob);
            var properties = new Dictionary<string, object>(Math.Min(count, blob.Length));
            for (var index = 0; index < count; index++)
            {
                var name = Utf8.GetString(ReadSized(ref blob));
                properties.Add(name, ReadValue(ref blob));
            }

            return blob.IsEmpty ? properties : throw new InvalidDataException("A row has more bytes than properties.");
        }
        catch (Exception exception) when (exception is ArgumentException or IndexOutOfRangeException)
        {
            throw new InvalidDataException("A row's properties cannot be read.", exception);
        }
    }

    private static int ValueSize(object value) => value switch
    {
        string text => Sized(Utf8.GetByteCount(text)),
        byte[] bytes => Sized(bytes.Length),
        long => sizeof(long),
        bool => 0,
        _ => throw new ArgumentException($"A property cannot be a {value.GetType().Name}.", nameof(value)),
    };

    private static Span<byte> WriteValue(Span<byte> rest, object value)
    {
        rest[0] = value switch { string => Text, byte[] => Bytes, long => Number, true => True, _ => False };
        rest = rest[1..];
        switch (value)
        {
            case string text:
                return WriteText(rest, text);
            case byte[] bytes:
                rest = WriteLength(rest, bytes.Length);
                bytes.CopyTo(rest);
                return rest[bytes.Length..];
            case long number:
                BinaryPrimitives.WriteInt64LittleEndian(rest, number);
                return rest[sizeof(long)..];
            default:
                return rest;
        }
    }

    private static object ReadValue(ref ReadOnlySpan<byte> rest)
    {
        var type = rest[0];
        rest = rest[1..];
        switch (type)
        {
            case Text:
                return Utf8.GetString(ReadSized(ref rest));
            case Bytes:
                return ReadSized(ref rest).ToArray();
            case Number:
                var number = BinaryPrimitives.ReadInt64LittleEndian(rest);
                rest = rest[sizeof(long)..];
                return number;
            case True:
                return BoxedTrue;
            case False:
                return BoxedFalse;
            default:
                throw new InvalidDataException($"A property has the unknown type {type}.");
        }
    }

    private static Span<byte> WriteText(Span<byte> rest, string text)
    {
        rest = WriteLength(rest, Utf8.GetByteCount(text));
        return rest[Utf8.GetBytes(text, rest)..];
    }

    private static ReadOnlySpan<byte> ReadSized(ref ReadOnlySpan<byte> rest)
    {
        var length = ReadLength(ref rest);
        var sized = rest[..length];
        rest = rest[length..];
        return sized;
    }

    private static int Sized(int length) => LengthSize(length) + length;

    private static int LengthSize(int length)
    {
        var size = 1;
        for (var left = (uint)length >> 7; left != 0; left >>= 7)
            size++;
        return size;
    }

    private static Span<byte> WriteLength(Span<byte> rest, int length)
    {
        var left = (uint)length;
        for (; left >= 0x80; left >>= 7)
        {
            rest[0] = (byte)(left | 0x80);
            rest = rest[1..];
        }

        rest[0] = (byte)left;
        return rest[1..];
    }

    private static int ReadLength(ref ReadOnlySpan<byte> rest)
    {
        var length = 0u;
        for (var shift = 0; shift < 32; shift += 7)
        {
            var next = rest[0];
            rest = rest[1..];
            length |= (uint)(next & 0x7F) << shift;
            if (next < 0x80)
                return length <= int.MaxValue ? (int)length : throw new InvalidDataException("A length is out of bounds.");
        }

        throw new InvalidDataException("A length is out of bounds.");
    }
}
