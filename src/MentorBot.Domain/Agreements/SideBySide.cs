using System.Collections.Immutable;

namespace MentorBot.Domain.Agreements;

/// <summary>What two people show each other: what they share comes first. Words are not compared, but for whether both wrote some.</summary>
/// <param name="Same">What both ticked alike.</param>
/// <param name="Both">The questions about which both wrote, counted from 0.</param>
/// <param name="Differing">What they ticked differently, or one of them only.</param>
/// <param name="One">The questions about which one of them wrote.</param>
public sealed record SideBySide(ImmutableArray<SideBySide.Tick> Same, ImmutableArray<int> Both, ImmutableArray<SideBySide.Tick> Differing, ImmutableArray<int> One)
{
    /// <summary>What can be ticked.</summary>
    public enum Tick
    {
        HowOften,
        HowLong,
        Where,
        LookAgain,
    }

    public static SideBySide Of(ShownSheet one, ShownSheet other)
    {
        ImmutableArray<(Tick Tick, object? One, object? Other)> ticks =
        [
            (Tick.HowOften, one.Rhythm.HowOften, other.Rhythm.HowOften),
            (Tick.HowLong, one.Rhythm.Minutes, other.Rhythm.Minutes),
            (Tick.Where, one.Rhythm.Where, other.Rhythm.Where),
            (Tick.LookAgain, one.Rhythm.LookAgainAfter, other.Rhythm.LookAgainAfter),
        ];
        var questions = Enumerable.Range(0, Sheet.Questions).ToLookup(question => (one.Words[question] is null ? 0 : 1) + (other.Words[question] is null ? 0 : 1));
        return new(
            [.. ticks.Where(tick => tick.One is not null && tick.One.Equals(tick.Other)).Select(tick => tick.Tick)],
            [.. questions[2]],
            [.. ticks.Where(tick => !Equals(tick.One, tick.Other)).Select(tick => tick.Tick)],
            [.. questions[1]]);
    }
}
