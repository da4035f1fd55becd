using System.Collections.Immutable;
using System.Globalization;

namespace MentorBot.Domain.Scheduling;

/// <summary>A number, a word or a mark of what somebody typed.</summary>
/// <param name="Text">Of a word, without the dots of "p.m."; of a mark, itself; of a number, its digits as 0 to 9.</param>
/// <param name="IsGlued">Whether it follows the one before without a space.</param>
internal readonly record struct TypedToken(TypedToken.Kind Is, string Text, bool IsGlued)
{
    /// <summary>In digits; no part of a time has more.</summary>
    private const int LongestNumber = 4;

    internal enum Kind
    {
        Number,
        Word,
        Mark,
    }

    public int Value => int.Parse(Text, NumberStyles.None, CultureInfo.InvariantCulture);

    public int Digits => Text.Length;

    public bool IsMark(char mark) => Is == Kind.Mark && Text[0] == mark;

    /// <summary>Null when a number in it is too long for any time.</summary>
    public static ImmutableArray<TypedToken>? All(string typed)
    {
        var tokens = ImmutableArray.CreateBuilder<TypedToken>();
        var isGlued = false;
        for (var at = 0; at < typed.Length;)
        {
            var first = typed[at];
            if (char.IsWhiteSpace(first))
            {
                isGlued = false;
                at++;
                continue;
            }

            var (kind, end) = Digit(first) >= 0 ? (Kind.Number, EndOfNumber(typed, at)) : char.IsLetter(first) ? (Kind.Word, EndOfWord(typed, at)) : (Kind.Mark, at + 1);
            if (kind == Kind.Number && end - at > LongestNumber)
                return null;
            tokens.Add(new(kind, TextOf(kind, typed[at..end]), isGlued));
            isGlued = true;
            at = end;
        }

        return tokens.ToImmutable();
    }

    private static string TextOf(Kind kind, string part) => kind switch
    {
        Kind.Number => string.Create(part.Length, part, static (digits, part) =>
        {
            for (var at = 0; at < digits.Length; at++)
                digits[at] = (char)('0' + Digit(part[at]));
        }),
        Kind.Word => part.Replace(".", "", StringComparison.Ordinal).Replace('\u2019', '\''),
        _ => part,
    };

    /// <summary>Of any script; less than 0 when it is none.</summary>
    private static int Digit(char character) => CharUnicodeInfo.GetDecimalDigitValue(character);

    private static int EndOfNumber(string typed, int at)
    {
        while (at < typed.Length && Digit(typed[at]) >= 0)
            at++;
        return at;
    }

    /// <summary>Letters with their accents, and between letters what joins them: "p.m", "o'clock", "terça-feira".</summary>
    private static int EndOfWord(string typed, int at)
    {
        while (at < typed.Length && (IsOfWord(typed[at]) || (IsJoint(typed[at]) && at + 1 < typed.Length && char.IsLetter(typed[at + 1]))))
            at++;
        return at;
    }

    private static bool IsOfWord(char character) => char.IsLetter(character) || char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsJoint(char character) => character is '.' or '\'' or '\u2019' or '-';
}
