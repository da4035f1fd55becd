using System.Collections.Immutable;

namespace MentorBot.Domain.Scheduling;

/// <summary>Finds times for two people. Pure: intervals in, ranked times out.</summary>
public static class Slots
{
    /// <summary>The most comfortable ones, in the order of time; none overlap.</summary>
    public static ImmutableArray<Slot> Find(SlotSearch search) => throw new NotImplementedException();
}
