using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace MentorBot.Adapters.Embedded;

/// <summary>Names as they are compared: small letters without accents, a blank before each word.</summary>
internal static class PlainName
{
    /// <summary>In characters. Nobody types a longer name to find somebody.</summary>
    private const int LongestTyped = 100;

    /// <summary>" chidi obi": what begins with the blank begins a word.</summary>
    public static string Of(string name)
    {
        var plain = new StringBuilder(name.Length + 1).Append(' ');
        foreach (var rune in Whole(name).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                Append(plain, Rune.ToLowerInvariant(rune));
            else if (plain[^1] != ' ' && !IsWithinWords(rune))
                plain.Append(' ');
        }

        return plain.ToString();
    }

    /// <summary>Each word with the blank before it; none for what cannot be of a name.</summary>
    public static ImmutableArray<string> WordsOf(string typed) => typed.Length > LongestTyped
        ? []
        : [.. Of(typed).Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().Select(word => ' ' + word)];

    /// <summary>Whether each word begins a word of the name.</summary>
    /// <param name="name">As <see cref="Of"/> gives it.</param>
    public static bool Fits(string name, ImmutableArray<string> words)
    {
        foreach (var word in words)
            if (!name.Contains(word, StringComparison.Ordinal))
                return false;
        return true;
    }

    /// <summary>Letters that are no accented ones to Unicode, and are typed without their stroke all the same.</summary>
    private static void Append(StringBuilder plain, Rune letter)
    {
        switch (letter.Value)
        {
            case 'ı': plain.Append('i'); break;
            case 'ø': plain.Append('o'); break;
            case 'ł': plain.Append('l'); break;
            case 'đ' or 'ð': plain.Append('d'); break;
            case 'ß': plain.Append("ss"); break;
            case 'æ': plain.Append("ae"); break;
            case 'œ': plain.Append("oe"); break;
            case 'þ': plain.Append("th"); break;
            default: plain.Append(letter.ToString()); break;
        }
    }

    private static bool IsWithinWords(Rune rune) => IsMark(rune) || rune.Value is '\'' or '’' or 'ʼ' or '`';

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>Without halves of characters and what is no character, on which normalizing throws.</summary>
    private static string Whole(string text)
    {
        var whole = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            whole.Append(Rune.IsLetterOrDigit(rune) || IsWithinWords(rune) ? rune.ToString() : " ");
        return whole.ToString();
    }
}
