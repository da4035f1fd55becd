using NodaTime;

namespace MentorBot.Domain.Scheduling;

/// <summary>What times are looked for.</summary>
/// <param name="Minutes">20, 30, 45 or 60.</param>
/// <param name="Within">From the earliest start to the latest end; up to eight weeks.</param>
/// <param name="Most">How many are wanted.</param>
/// <param name="BeyondUsualHours">Whether times outside usual hours may be among them, Monday to Friday; never between 22:00 and 6:00 for either, unless these are their usual hours.</param>
/// <param name="LastTime">When the two talked last; null for never.</param>
/// <param name="EdgesOfOne">How often the first took a time at the edge of their day.</param>
/// <param name="IsFurther">Sooner ones were found before, so that none of these is the soonest.</param>
public sealed record SlotSearch(
    Availability One,
    Availability Other,
    int Minutes,
    Interval Within,
    int Most,
    bool BeyondUsualHours,
    Instant? LastTime,
    int EdgesOfOne,
    int EdgesOfOther,
    bool IsFurther = false);
