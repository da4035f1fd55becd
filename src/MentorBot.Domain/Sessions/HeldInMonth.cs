using MentorBot.Domain.Relationships;
using NodaTime;

namespace MentorBot.Domain.Sessions;

/// <summary>How many conversations there were in a month. One that is told late counts in the month in which it is told.</summary>
/// <param name="Number">Null where it would be about too few.</param>
public sealed record HeldInMonth(YearMonth Month, int? Number)
{
    /// <summary>As many pairs, and as many people, as a number has to be about.</summary>
    public const int Enough = 5;

    /// <summary>Two who were introduced twice are one pair.</summary>
    public static bool IsEnough(IReadOnlyCollection<Relationship> those) =>
        those.Select(pair => string.CompareOrdinal(pair.Mentee.Value, pair.Mentor.Value) < 0 ? (pair.Mentee, pair.Mentor) : (pair.Mentor, pair.Mentee)).Distinct().Count() >= Enough
        && those.SelectMany(pair => new[] { pair.Mentee, pair.Mentor }).Distinct().Count() >= Enough;
}
