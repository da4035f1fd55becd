using System.Collections.Immutable;
using MentorBot.Domain.Offers;

namespace MentorBot.Domain.Matching;

/// <summary>
/// What matching knows of one person who may be asked: what they offer (following their offer within moments), and the places
/// that are held or taken. Of who mentors nobody and does not offer, only what they are asked.
/// </summary>
/// <param name="Offers">Null where they do not offer.</param>
/// <param name="Reserved">Places that are held for somebody who chose them.</param>
/// <param name="Taken">The people they have.</param>
/// <param name="Asked">The questions that wait for their answer.</param>
/// <param name="Silences">Questions in a row that they let pass.</param>
/// <param name="Begun">How many relationships they ever began as a mentor.</param>
public sealed record Mentor(
    PersonId Person,
    MentorStanding Standing,
    Offered? Offers,
    ImmutableArray<MatchId> Reserved,
    ImmutableArray<TakenPlace> Taken,
    ImmutableArray<AskedFor> Asked,
    int Silences,
    int Begun)
{
    public static Mentor Unknown(PersonId person) => new(person, MentorStanding.NotOffering, null, [], [], [], 0, 0);

    /// <summary>How many more people they may have; never below nothing. Who does not offer has set no number.</summary>
    public int Free => Offers is null ? int.MaxValue : Math.Max(0, Offers.Places.Count() - Reserved.Length - Taken.Length);

    public bool IsMentorOf(PersonId person) => Taken.Any(place => place.Mentee == person);

    /// <summary>Nothing is known of them that would have to be kept.</summary>
    public bool IsBlank => Offers is null && Standing == MentorStanding.NotOffering && Reserved.IsEmpty && Taken.IsEmpty && Asked.IsEmpty && Begun == 0;

    public bool Equals(Mentor? other) =>
        other is not null
        && Equals(Offers, other.Offers)
        && Reserved.SequenceEqual(other.Reserved)
        && Taken.SequenceEqual(other.Taken)
        && Asked.SequenceEqual(other.Asked)
        && (Person, Standing, Silences, Begun) == (other.Person, other.Standing, other.Silences, other.Begun);

    public override int GetHashCode() => HashCode.Combine(Person, Standing, Silences, Begun, Reserved.Length, Taken.Length, Asked.Length);
}
