using System.Collections.Immutable;

namespace MentorBot.Domain.Scheduling;

/// <summary>The words with which people type a time, in one language. Names of days and months come from the culture. Case and accents do not matter.</summary>
/// <param name="Next">As in "next Monday".</param>
/// <param name="BeforeNoon">As in "9 am"; without their dots.</param>
/// <param name="AfterNoon">As in "9 pm"; without their dots.</param>
/// <param name="Hours">What follows an hour: "16h", "9 o'clock".</param>
/// <param name="DayEndings">What follows the number of a day: "12th".</param>
/// <param name="Of">What may stand between a day and its month, or year: "12th of March".</param>
/// <param name="Passed">Words that change nothing: "at", "on", "the".</param>
public sealed record TimeWords(
    ImmutableArray<string> Today,
    ImmutableArray<string> Tomorrow,
    ImmutableArray<string> Yesterday,
    ImmutableArray<string> Next,
    ImmutableArray<string> BeforeNoon,
    ImmutableArray<string> AfterNoon,
    ImmutableArray<string> Hours,
    ImmutableArray<string> DayEndings,
    ImmutableArray<string> Of,
    ImmutableArray<string> Passed);
