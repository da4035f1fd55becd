using System.Buffers.Binary;
using System.IO.Compression;

namespace MentorBot.Packing;

/// <summary>A PNG picture as far as icons need one: 8 bits a channel, RGB or RGBA, not interlaced.</summary>
internal sealed record PngPicture(int Width, int Height, IReadOnlyList<(byte Red, byte Green, byte Blue, byte Alpha)> Pixels)
{
    /// <summary>No icon is nearly as large, and a small file can claim to be endless.</summary>
    private const int Largest = 1024;

    private const byte Rgb = 2;
    private const byte Rgba = 6;
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n'];

    /// <returns>Null for anything else.</returns>
    public static PngPicture? Read(byte[] file)
    {
        if (!file.AsSpan().StartsWith(Signature) || Chunks(file) is not [("IHDR", { Length: 13 } header), ..] chunks)
            return null;
        var (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(header), BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4)));
        if (width is 0 or > Largest || height is 0 or > Largest || header is not [_, _, _, _, _, _, _, _, 8, Rgb or Rgba, 0, 0, 0] || chunks.Any(chunk => chunk.Kind == "tRNS"))
            return null;

        var channels = header[9] == Rgba ? 4 : 3;
        var lines = Inflate([.. chunks.Where(chunk => chunk.Kind == "IDAT").SelectMany(chunk => chunk.Content)], (int)height * ((int)width * channels + 1));
        return lines is null ? null : Unfilter(lines, (int)width, (int)height, channels);
    }

    private static List<(string Kind, byte[] Content)> Chunks(byte[] file)
    {
        var chunks = new List<(string, byte[])>();
        for (var rest = file.AsSpan(Signature.Length); rest.Length >= 12;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            if (length > rest.Length - 12)
                return [];
            chunks.Add((string.Create(4, rest[4..8].ToArray(), (kind, bytes) => System.Text.Encoding.Latin1.GetChars(bytes, kind)), rest.Slice(8, (int)length).ToArray()));
            rest = rest[(12 + (int)length)..];
        }

        return chunks;
    }

    private static byte[]? Inflate(byte[] packed, int length)
    {
        var lines = new byte[length];
        try
        {
            using var stream = new ZLibStream(new MemoryStream(packed), CompressionMode.Decompress);
            stream.ReadExactly(lines);
            return lines;
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            return null;
        }
    }

    /// <summary>Each line says how it was made smaller: as the difference to the pixel on the left, the one above, or both.</summary>
    private static PngPicture? Unfilter(byte[] lines, int width, int height, int channels)
    {
        var pixels = new List<(byte, byte, byte, byte)>(width * height);
        var above = new byte[width * channels];
        for (var y = 0; y < height; y++)
        {
            var filter = lines[y * (above.Length + 1)];
            if (filter > 4)
                return null;
            var line = lines.AsSpan(y * (above.Length + 1) + 1, above.Length).ToArray();
            for (var at = 0; at < line.Length; at++)
            {
                var (left, corner) = at < channels ? (0, 0) : (line[at - channels], above[at - channels]);
                line[at] += (byte)(filter switch { 0 => 0, 1 => left, 2 => above[at], 3 => (left + above[at]) / 2, _ => Nearest(left, above[at], corner) });
            }

            for (var at = 0; at < line.Length; at += channels)
                pixels.Add((line[at], line[at + 1], line[at + 2], channels == 4 ? line[at + 3] : byte.MaxValue));
            above = line;
        }

        return new(width, height, pixels);
    }

    private static int Nearest(int left, int above, int corner)
    {
        var guess = left + above - corner;
        var (toLeft, toAbove, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - above), Math.Abs(guess - corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
