namespace MentorBot.Domain.Evaluations;

/// <summary>Draws numbers that nobody can foresee or work out afterwards.</summary>
public interface IChance
{
    /// <summary>One of 0, 1 … up to and without <paramref name="bound"/>, each as likely as the others.</summary>
    int Below(int bound);
}
