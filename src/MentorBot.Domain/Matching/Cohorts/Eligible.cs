namespace MentorBot.Domain.Matching.Cohorts;

/// <summary>A pair under which no "never" falls.</summary>
/// <param name="Mentee">The mentee's number, from 0.</param>
/// <param name="Mentor">The mentor's number, from 0.</param>
/// <param name="Score">How well the two fit, 0 to 1000. Where a pair is given twice, its better score counts.</param>
public readonly record struct Eligible(int Mentee, int Mentor, int Score);
