using System.Collections.Immutable;
using NodaTime;

namespace MentorBot.Domain.Scheduling;

/// <summary>What was typed, taken apart: an hour, and at most one day.</summary>
/// <param name="Dates">Several when a date can be read in two ways; empty when none was typed.</param>
/// <param name="FromToday">In days, for "tomorrow" and the like.</param>
internal sealed record TypedPhrase(LocalTime Time, ImmutableArray<TypedDate> Dates, int? FromToday, IsoDayOfWeek? Weekday, bool IsNext)
{
    public bool IsOnWeekday(LocalDate day) => Weekday is not { } weekday || day.DayOfWeek == weekday;

    /// <summary>Null when anything in it is not understood.</summary>
    public static TypedPhrase? Read(ImmutableArray<TypedToken> tokens, CalendarNames names, TimeWords words)
    {
        var reader = new TypedPhraseReader(tokens, names, words);
        return reader.ReadAll() ? reader.Phrase() : null;
    }
}
