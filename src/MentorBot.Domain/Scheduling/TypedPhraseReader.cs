using System.Collections.Immutable;
using NodaTime;
using static MentorBot.Domain.Scheduling.TypedToken.Kind;

namespace MentorBot.Domain.Scheduling;

/// <summary>Goes through what was typed once, from left to right, and keeps what it finds. Nothing may be found twice.</summary>
internal sealed class TypedPhraseReader(ImmutableArray<TypedToken> tokens, CalendarNames names, TimeWords words)
{
    private int at;
    private LocalTime? time;
    private ImmutableArray<TypedDate>? dates;
    private int? fromToday;
    private IsoDayOfWeek? weekday;
    private bool? isNext;

    /// <summary>A month that waits for its day.</summary>
    private int? month;

    /// <summary>"12.10": a day and month or an hour, as the rest will tell.</summary>
    private (int First, int Second)? dotted;

    /// <summary>False when something was not understood.</summary>
    public bool ReadAll()
    {
        while (at < tokens.Length)
            if (!(tokens[at].Is switch { Number => ReadNumber(), Word => ReadWord(tokens[at].Text), _ => ReadMark() }))
                return false;
        return true;
    }

    /// <summary>Null when there is no hour, or half a day, or two.</summary>
    public TypedPhrase? Phrase()
    {
        if (dotted is { } pair && !(time is null ? KeepTime(pair.First, pair.Second, 0) : Keep(ref dates, DayFirst(pair.First, pair.Second), 0)))
            return null;
        if (time is null || month is not null || (dates is not null && fromToday is not null) || (isNext is not null && (weekday is null || fromToday is not null)))
            return null;
        return new(time.Value, dates ?? [], fromToday, weekday, isNext is not null);
    }

    private bool ReadMark() => (tokens[at].IsMark(',') || tokens[at].IsMark('.')) && Pass(1);

    private bool ReadWord(string word)
    {
        if (names.Has(words.Passed, word) || names.Has(words.Of, word))
            return Pass(1);
        if (names.Has(words.Next, word))
            return Keep(ref isNext, true, 1);
        if (names.Has(words.Today, word))
            return Keep(ref fromToday, 0, 1);
        if (names.Has(words.Tomorrow, word))
            return Keep(ref fromToday, 1, 1);
        if (names.Has(words.Yesterday, word))
            return Keep(ref fromToday, -1, 1);
        if (names.Day(word) is { } day)
            return Keep(ref weekday, day, 1);
        return names.Month(word) is { } found && Keep(ref month, found, 1);
    }

    private bool ReadNumber()
    {
        var number = tokens[at];
        var first = number.Value;
        if (number.Digits == 4)
            return Part('-', 1) is { } isoMonth && Part('-', 3) is { } isoDay ? Keep(ref dates, [new(isoDay.Value, isoMonth.Value, first)], 5) : KeepYear(first);
        if (number.Digits > 2)
            return false;
        if (Part(':', 1) is { } minutes)
            return minutes.Digits == 2 && KeepTime(first, minutes.Value, 3);
        if (Part('/', 1) is { } second)
            return ReadDate('/', [new(first, second.Value, null), new(second.Value, first, null)]);
        return Part('.', 1) is { } afterDot ? ReadDotted(first, afterDot) : ReadBare(first);
    }

    private bool ReadDotted(int first, TypedToken second)
    {
        var isDate = second.Digits == 1 || (Peek(3) is { IsGlued: true } next && next.IsMark('.'));
        if (isDate)
            return ReadDate('.', DayFirst(first, second.Value));
        if (IsHalf(3))
            return KeepTime(first, second.Value, 3);
        if (dotted is not { } earlier)
            return Keep(ref dotted, (first, second.Value), 3);

        // Of two the day comes first.
        dotted = null;
        return Keep(ref dates, DayFirst(earlier.First, earlier.Second), 0) && KeepTime(first, second.Value, 3);
    }

    /// <summary>The year may follow, after the same mark.</summary>
    private bool ReadDate(char mark, ImmutableArray<TypedDate> meant) => Part(mark, 3) switch
    {
        null => Keep(ref dates, meant, 3),
        { Digits: 2 } year => Keep(ref dates, In(2000 + year.Value, meant), 5),
        { Digits: 4 } year => Keep(ref dates, In(year.Value, meant), 5),
        _ => false,
    };

    /// <summary>A number by itself: a day where a month is beside it, otherwise an hour.</summary>
    private bool ReadBare(int number)
    {
        var isDay = Peek(1) is { Is: Word, IsGlued: true } ending && names.Has(words.DayEndings, ending.Text);
        var length = isDay ? 2 : 1;
        if (MonthAhead(length) is { } ahead)
            return Keep(ref dates, DayFirst(number, ahead.Month), ahead.Away + 1);
        if (!isDay && IsAny(words.Hours, 1) && Peek(2) is { IsGlued: true, Is: Number, Digits: 2 } minutes)
            return KeepTime(number, minutes.Value, 3);
        if (month is { } waiting && !IsHalf(length) && !IsAny(words.Hours, length))
        {
            month = null;
            return Keep(ref dates, DayFirst(number, waiting), length);
        }

        return !isDay && KeepTime(number, 0, 1);
    }

    /// <summary>
    /// The month that follows, after a dot perhaps and an "of". Here a name that is a weekday's as well ("mar" in French) is the
    /// month's.
    /// </summary>
    private (int Month, int Away)? MonthAhead(int away)
    {
        for (; Peek(away) is { } token; away++)
        {
            if (token.Is == Word && names.Month(token.Text) is { } found)
                return (found, away);
            if (!token.IsMark('.') && !IsAny(words.Of, away))
                return null;
        }

        return null;
    }

    /// <summary>An hour of so many tokens, and what may follow it: "pm", "o'clock".</summary>
    private bool KeepTime(int hour, int minute, int length)
    {
        if (length > 0 && IsHalf(length))
        {
            if (hour is < 1 or > 12)
                return false;
            hour = (hour % 12) + (IsAny(words.AfterNoon, length) ? 12 : 0);
            length++;
        }
        else if (length > 0 && IsAny(words.Hours, length))
        {
            length++;
        }

        return hour < 24 && minute < 60 && Keep(ref time, new(hour, minute), length);
    }

    private bool KeepYear(int year)
    {
        if (dates is not [{ Year: null }, ..])
            return false;
        dates = In(year, dates.Value);
        return Pass(1);
    }

    private bool Keep<T>(ref T? kept, T found, int length)
        where T : struct
    {
        if (kept is not null)
            return false;
        kept = found;
        return Pass(length);
    }

    private bool Pass(int length)
    {
        at += length;
        return true;
    }

    private static ImmutableArray<TypedDate> DayFirst(int day, int month) => [new(day, month, null)];

    private static ImmutableArray<TypedDate> In(int year, ImmutableArray<TypedDate> meant) => [.. meant.Select(date => date with { Year = year })];

    private bool IsHalf(int away) => IsAny(words.BeforeNoon, away) || IsAny(words.AfterNoon, away);

    private bool IsAny(ImmutableArray<string> several, int away) => Peek(away) is { Is: Word } word && names.Has(several, word.Text);

    /// <summary>The number after this mark, if both are there without a space.</summary>
    private TypedToken? Part(char mark, int away) =>
        Peek(away) is { IsGlued: true } sign && sign.IsMark(mark) && Peek(away + 1) is { IsGlued: true, Is: Number } number ? number : null;

    private TypedToken? Peek(int away) => at + away < tokens.Length ? tokens[at + away] : null;
}
