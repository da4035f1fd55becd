using NodaTime;

namespace MentorBot.Domain.Scheduling;

/// <summary>What somebody meant who typed a time.</summary>
public abstract record TypedTimeReading
{
    /// <summary>Yet to come.</summary>
    public sealed record Understood(Instant Start) : TypedTimeReading;

    /// <summary>One or the other, in the order of time, both yet to come: two days, or two hours of the night in which the clocks change.</summary>
    public sealed record TwoReadings(Instant One, Instant Other) : TypedTimeReading;

    public sealed record NotUnderstood : TypedTimeReading;

    /// <summary>Understood, and past.</summary>
    public sealed record GoneBy : TypedTimeReading;
}
