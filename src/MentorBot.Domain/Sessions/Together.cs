using MentorBot.Domain.Relationships;

namespace MentorBot.Domain.Sessions;

/// <summary>Two people and what lies before them, as read at one moment.</summary>
/// <param name="Pair">Without the words that were asked with.</param>
public sealed record Together(Relationship Pair, Meetings Meetings);
