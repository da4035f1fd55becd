using System.Collections.Immutable;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Wishes;

namespace MentorBot.Domain.Matching;

/// <summary>What a mentor offers, as far as matching weighs it. The few words about themselves are not in it.</summary>
public sealed record Offered(
    ImmutableArray<Help> Help,
    ImmutableArray<string> Themes,
    Places Places,
    Pace Pace,
    AtEaseWith AtEaseWith,
    ImmutableArray<string> Languages,
    WayOfMeeting Meeting,
    bool AtShortNotice,
    NeverList NotThese)
{
    public static Offered Of(OfferForm form) =>
        new(form.Help, form.Themes, form.Places, form.Pace, form.AtEaseWith, form.Languages, form.Meeting, form.AtShortNotice, form.NotThese);

    public bool Equals(Offered? other) =>
        other is not null
        && Help.SequenceEqual(other.Help)
        && Themes.SequenceEqual(other.Themes)
        && Languages.SequenceEqual(other.Languages)
        && Equals(NotThese, other.NotThese)
        && (Places, Pace, AtEaseWith, Meeting, AtShortNotice) == (other.Places, other.Pace, other.AtEaseWith, other.Meeting, other.AtShortNotice);

    public override int GetHashCode() => HashCode.Combine(Places, Pace, AtEaseWith, Meeting, AtShortNotice, Help.Length, Themes.Length);
}
