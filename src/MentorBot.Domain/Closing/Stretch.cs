using NodaTime;

namespace MentorBot.Domain.Closing;

/// <summary>Some weeks without each other, and then one conversation: suggested by one, and wanted by both or not done.</summary>
/// <param name="Number">Counts the suggestions, from 1.</param>
/// <param name="Weeks">One of <see cref="Lengths"/>.</param>
/// <param name="Until">Without an answer by then they go on.</param>
/// <param name="Ends">When it is over; null unless both want it.</param>
public sealed record Stretch(int Number, PersonId By, int Weeks, Instant Until, StretchState State, Instant? Ends)
{
    public const int Usual = 4;

    public static readonly IReadOnlyList<int> Lengths = [2, Usual, 6, 8];
}
