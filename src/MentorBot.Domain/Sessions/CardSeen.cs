namespace MentorBot.Domain.Sessions;

/// <summary>The card on which somebody pressed.</summary>
/// <param name="Number">Of the conversation.</param>
/// <param name="Card">Which one of theirs; see <see cref="Seat"/>.</param>
public readonly record struct CardSeen(int Number, int Card);
