using System.Collections.Immutable;
using NodaTime;

namespace MentorBot.Domain.Sessions;

/// <summary>What two people have before them, what they are in and what was last: decided as one, so that both always see the same.</summary>
/// <remarks>There is not a word in it that anybody wrote.</remarks>
/// <param name="Revision">Counts its changes, from 1; 0 before the first.</param>
/// <param name="Last">The last number that was given away.</param>
/// <param name="Booked">What is agreed and not begun, by start; at most <see cref="MostBooked"/>.</param>
/// <param name="Session">The conversation they are in, or the last one; null before the first.</param>
/// <param name="Times">Times were offered and nothing is chosen; null when nobody waits for that.</param>
/// <param name="Suggested">A time outside somebody's usual hours, which they are asked about first.</param>
/// <param name="Questions">Who left a question for next time that is not taken back.</param>
/// <param name="Held">How many conversations they had, as far as the bot knows.</param>
/// <param name="Since">The end of the last conversation, or the beginning.</param>
/// <param name="IsQuietAsked">Whether they were asked, after a long while without a conversation; that happens once.</param>
/// <param name="EdgesOfMentee">How often a time at the edge of the mentee's day was booked: evened out without a word.</param>
public sealed record Meetings(
    int Revision,
    int Last,
    ImmutableArray<Booking> Booked,
    Session? Session,
    Deck Deck,
    TimesOpen? Times,
    Suggestion? Suggested,
    ImmutableArray<PersonId> Questions,
    int Held,
    Instant Since,
    bool IsQuietAsked,
    int EdgesOfMentee,
    int EdgesOfMentor)
{
    /// <summary>A series of six, and the one before it.</summary>
    public const int MostBooked = 7;

    /// <summary>How long before a conversation its card comes: the one reminder.</summary>
    public static readonly Duration CardBefore = Duration.FromMinutes(10);

    /// <summary>The mentor made the next one twenty minutes, and it is not booked yet.</summary>
    public bool IsNextShort { get; init; }

    /// <summary>Who would like the next conversation to be their last; null while nobody does.</summary>
    public PersonId? LastBy { get; init; }

    /// <summary>When both are offered times if nothing is booked by then; null for never.</summary>
    public Instant? LookAgainAt { get; init; }

    /// <summary>How long both would like it to be; null while they do not say so. One of <see cref="Scheduling.Arranging.Lengths"/>.</summary>
    public int? AgreedMinutes { get; init; }

    public Booking? Next => Booked.IsEmpty ? null : Booked[0];

    public static Meetings Of(Instant begun) => new(0, 0, [], null, Deck.New, null, null, [], 0, begun, false, 0, 0);

    public Booking? Find(int number) => Booked.FirstOrDefault(one => one.Number == number);
}
