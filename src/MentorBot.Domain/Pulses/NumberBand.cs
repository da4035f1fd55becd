namespace MentorBot.Domain.Pulses;

/// <summary>How many people at least, in steps of five: exact numbers could be subtracted.</summary>
/// <param name="AtLeast">A multiple of five.</param>
public readonly record struct NumberBand(int AtLeast)
{
    private const int Step = 5;

    /// <param name="invited">With all of them it would be said that everybody took part: one less counts.</param>
    public static NumberBand Of(int people, int invited) => new(Math.Min(people, invited - 1) / Step * Step);
}
