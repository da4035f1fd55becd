using NodaTime;

namespace MentorBot.Domain.Scheduling;

/// <summary>What times two people want.</summary>
/// <param name="From">Not before this.</param>
/// <param name="Until">Not after this.</param>
/// <param name="LastTime">When the two talked last; null for never.</param>
/// <param name="IsFurther">Sooner ones were shown before.</param>
public sealed record TimesWanted(
    int Minutes,
    Instant From,
    Instant Until,
    int Most = 5,
    bool BeyondUsualHours = false,
    Instant? LastTime = null,
    int EdgesOfOne = 0,
    int EdgesOfOther = 0,
    bool IsFurther = false);
