using NodaTime;

namespace MentorBot.Domain.Notices;

/// <summary>
/// What follows elsewhere from a decision. It is written with the decision, in one transaction, and carried out at least
/// once afterwards; both kinds are made from the state at that time, so that carrying one out again changes nothing.
/// </summary>
/// <param name="Kind">What it is about, such as "offers.review".</param>
/// <param name="Subject">Which one: an id, unique together with the kind.</param>
/// <param name="Occasion">Which version of the subject gave rise to it.</param>
public abstract record Consequence(string Kind, string Subject, string Occasion)
{
    /// <summary>Not before this time; null for at once. A later one of the same kind and subject takes its place, so that there is one of each.</summary>
    public Instant? At { get; init; }

    /// <summary>
    /// Somebody's card about the subject is to show how things stand. The first time posts it (and they are notified),
    /// later ones replace it in silence.
    /// </summary>
    public sealed record Tell(string Kind, string Subject, string Occasion, PersonId Whom) : Consequence(Kind, Subject, Occasion);

    /// <summary>Another partition is to be brought up to date with this one.</summary>
    public sealed record Step(string Kind, string Subject, string Occasion) : Consequence(Kind, Subject, Occasion);
}
