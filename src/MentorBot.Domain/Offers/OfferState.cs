using System.Collections.Immutable;
using NodaTime;

namespace MentorBot.Domain.Offers;

/// <summary>Where an offer stands.</summary>
public abstract record OfferState
{
    /// <summary>Written and kept, not sent.</summary>
    public sealed record Kept(Instant EraseAt) : OfferState;

    /// <summary>One conversation to try it out is to be had.</summary>
    /// <param name="Partner">With whom; null while nobody is there for it.</param>
    /// <param name="NotAgain">Partners who were exchanged, so that nobody is asked twice.</param>
    /// <param name="RemindAt">The one reminder; null once it was sent.</param>
    public sealed record TryingOut(PersonId? Partner, ImmutableArray<PersonId> NotAgain, Instant? RemindAt, Instant EraseAt) : OfferState
    {
        public bool Equals(TryingOut? other) =>
            other is not null && NotAgain.SequenceEqual(other.NotAgain) && (Partner, RemindAt, EraseAt) == (other.Partner, other.RemindAt, other.EraseAt);

        public override int GetHashCode() => HashCode.Combine(Partner, RemindAt, EraseAt);
    }

    /// <summary>Waiting for a coordinator, who confirms three things: time, own wish, try-out.</summary>
    /// <param name="Round">1 when first asked; one more each time the date passed, when everybody who may is asked anew.</param>
    /// <param name="Asked">Who has been asked in this round.</param>
    /// <param name="By">When the person offering hears at the latest, or the next round begins.</param>
    public sealed record Waiting(TryOut TryOut, int Round, ImmutableArray<PersonId> Asked, Instant By, WordFirst? Word) : OfferState
    {
        public bool Equals(Waiting? other) =>
            other is not null && Asked.SequenceEqual(other.Asked) && (TryOut, Round, By, Word) == (other.TryOut, other.Round, other.By, other.Word);

        public override int GetHashCode() => HashCode.Combine(TryOut, Round, By, Word);
    }

    /// <summary>Confirmed: people may choose this mentor.</summary>
    public sealed record Open(PersonId ConfirmedBy) : OfferState;

    /// <summary>Nobody new is asked to choose this mentor until the pause ends by itself.</summary>
    /// <param name="Until">The day they are back, in their own zone.</param>
    /// <param name="EndsAt">The morning of that day.</param>
    public sealed record Paused(PersonId ConfirmedBy, LocalDate Until, Instant EndsAt) : OfferState;

    /// <summary>Two questions went unanswered, most likely in full weeks: nobody new is asked until the mentor says that they are back.</summary>
    public sealed record Resting(PersonId ConfirmedBy) : OfferState;
}
