using System.Collections.Immutable;
using MentorBot.Domain.Wishes;

namespace MentorBot.Domain.Offers;

/// <summary>What somebody offers, as they said it.</summary>
/// <param name="Help">At least one, unless the form is only kept.</param>
/// <param name="Themes">Ids of the programme's themes, or <see cref="SomethingElse"/> or <see cref="Anything"/>; may be empty.</param>
/// <param name="About">A few words about themselves, for people who could choose them and for who looks at the offer.</param>
/// <param name="Languages">BCP 47 tags.</param>
/// <param name="AtShortNotice">Now and then twenty minutes within two days.</param>
/// <param name="NotThese">Whom they would rather not be introduced to. Erased with the offer.</param>
/// <param name="OwnWish">"This is my own wish, and I have the time for it." Left open, somebody may have sent them.</param>
public sealed record OfferForm(
    ImmutableArray<Help> Help,
    ImmutableArray<string> Themes,
    Places Places,
    Pace Pace,
    Confidential? About,
    AtEaseWith AtEaseWith,
    ImmutableArray<string> Languages,
    WayOfMeeting Meeting,
    bool AtShortNotice,
    NeverList NotThese,
    bool OwnWish)
{
    public const string SomethingElse = "something-else";

    public const string Anything = "anything";

    /// <summary>In characters; the longest "few words about you".</summary>
    public const int LongestAbout = 300;

    public bool Equals(OfferForm? other) =>
        other is not null
        && Help.SequenceEqual(other.Help)
        && Themes.SequenceEqual(other.Themes)
        && Languages.SequenceEqual(other.Languages)
        && Equals(About, other.About)
        && Equals(NotThese, other.NotThese)
        && (Places, Pace, AtEaseWith, Meeting, AtShortNotice, OwnWish)
            == (other.Places, other.Pace, other.AtEaseWith, other.Meeting, other.AtShortNotice, other.OwnWish);

    public override int GetHashCode() => HashCode.Combine(Places, Pace, AtEaseWith, Meeting, AtShortNotice, OwnWish, Help.Length, Themes.Length);
}
