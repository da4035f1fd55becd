namespace MentorBot.Domain.Matching;

/// <summary>A place that somebody has with a mentor.</summary>
/// <param name="Match">Also the relationship's id.</param>
public readonly record struct TakenPlace(MatchId Match, PersonId Mentee);
