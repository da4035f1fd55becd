namespace MentorBot.Domain.Pulses;

/// <summary>The mean of the statements that one person answered about one relationship, kept as a fraction, so that adding up many of them is exact.</summary>
/// <param name="Sum">Of what was chosen.</param>
/// <param name="Count">Of the statements that were answered: from 1 to 21.</param>
public readonly record struct Score(int Sum, int Count)
{
    /// <summary>The least number that every count of statements divides which a form or a function lets count: 2 to 7, and 14 to 21.</summary>
    public const int Parts = 16 * 9 * 5 * 7 * 17 * 19;

    /// <summary>On the scale of the index, from 1 to 7.</summary>
    public double Value => (double)Sum / Count;

    /// <summary>The same in <see cref="Parts"/> of a point: a whole number.</summary>
    public long InParts => (long)Sum * (Parts / Count);

    public override string ToString() => "(score)";
}
