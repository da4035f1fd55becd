using MentorBot.Rehearsal;
using NodaTime;

namespace MentorBot.EndToEnd.Silence;

/// <summary>Something that the bot asks, and what becomes of it when nobody answers.</summary>
/// <param name="Title">What is asked, of whom.</param>
/// <param name="Asks">How it comes to be asked; gives who is asked.</param>
/// <param name="Says">What they read: where something happens by a date, the date.</param>
/// <param name="Ends">When the default happens, in the zone of the person whose days count.</param>
/// <param name="Then">What they read from then on, and not a minute earlier. Null where they hear nothing more.</param>
public sealed record Question(string Title, Func<Scene, Task<Resident>> Asks, string Says, LocalDateTime Ends, string? Then)
{
    /// <summary>Whose days count; the person's who looks for a mentor unless told.</summary>
    public string ZoneOf { get; init; } = "Ben";

    /// <summary>The one reminder, and what it says. Null for none.</summary>
    public (LocalDateTime At, string Says)? Reminder { get; init; }

    /// <summary>Who else is told, when, and what.</summary>
    public IReadOnlyList<(string Who, LocalDateTime At, string Says)> Others { get; init; } = [];

    /// <summary>How many messages tell it.</summary>
    public int Messages { get; init; } = 1;

    /// <summary>Whether the default is told by a change of a card that is there, without another message.</summary>
    public bool EndsInPlace { get; init; }
}
