namespace MentorBot.Domain.Offers;

/// <summary>A line in the list of mentors that the coordinators' desk and the matching go by. It follows the offer.</summary>
/// <param name="Places">How many people at a time, by their own word.</param>
public sealed record Mentor(PersonId Person, MentorStanding Standing, int Places);
