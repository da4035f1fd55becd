namespace MentorBot.Domain.Pulses;

/// <summary>What was folded into one <see cref="Cell"/>.</summary>
/// <param name="People">Each once, in however many relationships.</param>
/// <param name="Scores">One for each relationship: in one role nobody answers twice about the same.</param>
public readonly record struct CellSums(int People, ScoreSums Scores)
{
    public CellSums Plus(CellSums other) => new(People + other.People, Scores.Plus(other.Scores));
}
