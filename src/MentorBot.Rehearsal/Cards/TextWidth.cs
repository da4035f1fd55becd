using System.Globalization;
using System.Text;

namespace MentorBot.Rehearsal;

/// <summary>How many columns a text takes in a terminal: none for marks that combine, two for wide scripts and emoji.</summary>
internal static class TextWidth
{
    public static int Of(string text)
    {
        var width = 0;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
            width += OfElement(elements.GetTextElement());
        return width;
    }

    public static string Pad(string text, int width, char with = ' ') => text + new string(with, Math.Max(0, width - Of(text)));

    /// <summary>Lines no wider than that, broken at blanks where there are any.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width) =>
        [.. text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').SelectMany(line => WrapLine(line, width))];

    private static IEnumerable<string> WrapLine(string line, int width)
    {
        var indent = line.Length - line.TrimStart().Length;
        var current = new StringBuilder(line[..indent]);
        var used = indent;
        foreach (var word in line[indent..].Split(' '))
        {
            if (used > indent && used + 1 + Of(word) > width)
            {
                yield return current.ToString();
                current.Clear().Append(' ', indent);
                used = indent;
            }

            if (used > indent)
            {
                current.Append(' ');
                used++;
            }

            var elements = StringInfo.GetTextElementEnumerator(word);
            while (elements.MoveNext())
            {
                var wide = OfElement(elements.GetTextElement());
                if (used + wide > width)
                {
                    yield return current.ToString();
                    current.Clear();
                    used = 0;
                }

                current.Append(elements.GetTextElement());
                used += wide;
            }
        }

        yield return current.ToString();
    }

    private static int OfElement(string element)
    {
        Rune.DecodeFromUtf16(element, out var rune, out _);
        return Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control ? 0
            : IsWide(rune.Value) ? 2 : 1;
    }

    private static bool IsWide(int code) => code is
        (>= 0x1100 and <= 0x115F) or (>= 0x2E80 and <= 0xA4CF) or (>= 0xAC00 and <= 0xD7A3) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0xFE30 and <= 0xFE6F) or (>= 0xFF00 and <= 0xFF60) or (>= 0xFFE0 and <= 0xFFE6) or (>= 0x1F300 and <= 0x1FAFF) or (>= 0x20000 and <= 0x3FFFD);
}
