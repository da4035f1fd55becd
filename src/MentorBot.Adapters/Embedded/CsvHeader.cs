using System.Buffers;

namespace MentorBot.Adapters.Embedded;

/// <summary>What the first line of a CSV file tells of the others.</summary>
internal static class CsvHeader
{
    private static readonly SearchValues<byte> LineEnds = SearchValues.Create("\r\n"u8);

    /// <summary>From the header alone: in the lines below, lists may have signs of their own.</summary>
    /// <param name="candidates">The first one where none, or several as often, stand in it.</param>
    /// <param name="longest">In bytes.</param>
    public static char SeparatorIn(Stream stream, ReadOnlySpan<char> candidates, int longest)
    {
        Span<byte> start = new byte[longest];
        start = start[..stream.ReadAtLeast(start, longest, throwOnEndOfStream: false)];
        stream.Position = 0;
        var header = start.IndexOfAny(LineEnds) is var end and >= 0 ? start[..end] : start;

        var (separator, most) = (candidates[0], 0);
        foreach (var candidate in candidates)
            if (header.Count((byte)candidate) is var count && count > most)
                (separator, most) = (candidate, count);
        return separator;
    }
}
