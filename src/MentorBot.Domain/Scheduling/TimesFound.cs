using System.Collections.Immutable;
using NodaTime;

namespace MentorBot.Domain.Scheduling;

/// <summary>What came of looking for times.</summary>
public abstract record TimesFound
{
    public sealed record Found(ImmutableArray<Slot> Slots) : TimesFound;

    /// <summary>No hour in common until then.</summary>
    public sealed record NoneInCommon(Instant Until) : TimesFound;

    /// <summary>A calendar cannot be seen.</summary>
    public sealed record OutOfReach : TimesFound;
}
