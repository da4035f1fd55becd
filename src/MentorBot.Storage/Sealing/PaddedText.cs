using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace MentorBot.Storage.Sealing;

/// <summary>
/// Text as it goes into the cipher: how it is encoded, its length, the text, and zeros up to a whole number of steps,
/// so that what lies on disk tells the length to 256 bytes only.
/// </summary>
internal static class PaddedText
{
    public const int Step = 256;

    private const int Prefix = 1 + sizeof(int);
    private const byte AsUtf8 = 1;

    /// <summary>For half a surrogate pair, which a client that cuts at a length can send and UTF-8 cannot hold.</summary>
    private const byte AsUtf16 = 2;

    /// <summary>The caller zeroes it.</summary>
    /// <param name="atLeast">In bytes: shorter text is padded as if it were as long.</param>
    public static byte[] Write(string text, int atLeast = 0)
    {
        var padded = Padded(AsUtf8, Encoding.UTF8.GetByteCount(text), atLeast);
        if (Utf8.FromUtf16(text, padded.AsSpan(Prefix), out _, out _, replaceInvalidSequences: false) == OperationStatus.Done)
            return padded;

        CryptographicOperations.ZeroMemory(padded);
        padded = Padded(AsUtf16, text.Length * sizeof(char), atLeast);
        MemoryMarshal.AsBytes(text.AsSpan()).CopyTo(padded.AsSpan(Prefix));
        return padded;
    }

    /// <summary>The text, or null when these bytes are not what <see cref="Write"/> gives.</summary>
    public static string? Read(ReadOnlySpan<byte> padded)
    {
        if (padded.Length < Prefix)
            return null;

        var length = BinaryPrimitives.ReadInt32BigEndian(padded[1..]);
        if (length < 0 || length > padded.Length - Prefix)
            return null;

        var text = padded.Slice(Prefix, length);
        return padded[0] switch
        {
            AsUtf8 => Encoding.UTF8.GetString(text),
            AsUtf16 when length % sizeof(char) == 0 => new string(MemoryMarshal.Cast<byte, char>(text)),
            _ => null,
        };
    }

    private static byte[] Padded(byte encoding, int length, int atLeast)
    {
        var padded = new byte[(Prefix + Math.Max(length, atLeast) + Step - 1) / Step * Step];
        padded[0] = encoding;
        BinaryPrimitives.WriteInt32BigEndian(padded.AsSpan(1), length);
        return padded;
    }
}
