using System.Collections.Immutable;
using NodaTime;

namespace MentorBot.Domain.Sessions;

/// <summary>The conversation that the two are in, or the last one: one cycle of four phases, walked by either, at any time.</summary>
/// <param name="Number">That of the booking; or one of its own when it was begun without.</param>
/// <param name="Start">When it was to begin, or was begun.</param>
/// <param name="IsBooked">Whether it was agreed on beforehand.</param>
/// <param name="TurnedBy">Who turned to this phase; null while nobody has turned.</param>
/// <param name="Noted">In which phases there is a note for both.</param>
/// <param name="IsTouched">Whether anybody did anything with it, as far as the bot knows.</param>
/// <param name="Ending">Null while it is open.</param>
/// <param name="EndedAt">Null while it is open.</param>
public sealed record Session(
    int Number,
    Instant Start,
    int Minutes,
    bool IsBooked,
    Phase Phase,
    PersonId? TurnedBy,
    ImmutableArray<Seat> Seats,
    Late? Late,
    ImmutableArray<Phase> Noted,
    bool IsTouched,
    SessionEnding? Ending,
    Instant? EndedAt)
{
    public bool IsOpen => Ending is null;

    public Instant End => Start + Duration.FromMinutes(Minutes);

    /// <summary>Whether the time in both calendars is still its own: not when it was called off, or over before it was to begin.</summary>
    public bool HasItsTime => Ending is not SessionEnding.CalledOff && !(EndedAt < Start);

    public Seat? SeatOf(PersonId person) => Seats.FirstOrDefault(seat => seat.Person == person);
}
