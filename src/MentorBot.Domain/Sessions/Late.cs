namespace MentorBot.Domain.Sessions;

/// <summary>Who comes later, and by how much. Nothing is counted.</summary>
/// <param name="Minutes">5, 10 or 15.</param>
public sealed record Late(PersonId By, int Minutes);
