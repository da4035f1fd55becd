using System.Collections.Immutable;

namespace MentorBot.Domain.Pulses;

/// <summary>All that is kept of a check-in, and all that anybody is shown.</summary>
/// <param name="Mentees">Null where it may not be shown; the same below.</param>
/// <param name="FirstHalfYear">Of relationships younger than that.</param>
/// <param name="Functions">In the order of the index; empty where they may not be shown, and of the short forms.</param>
/// <param name="Alpha">Null where too few answered everything, and where it is undefined: that all came to the same sum must not be told apart.</param>
public sealed record ShownFigures(
    PulseForm Form,
    ShownScore Everyone,
    ShownScore? Mentees,
    ShownScore? Mentors,
    ShownScore? FirstHalfYear,
    ShownScore? Longer,
    ImmutableArray<ShownMean> Functions,
    ShownAlpha? Alpha)
{
    /// <summary>By how much the mean went up since; null where the two are not alike, or a mean stands at an end, where it is a range.</summary>
    public double? ChangeSince(ShownFigures earlier) =>
        earlier.Form == Form && !Everyone.Mean.IsRange && !earlier.Everyone.Mean.IsRange ? (Everyone.Mean.Tenths - earlier.Everyone.Mean.Tenths) / 10.0 : null;

    public bool Equals(ShownFigures? other) =>
        other is not null
        && (Form, Everyone, Mentees, Mentors, FirstHalfYear, Longer, Alpha)
            == (other.Form, other.Everyone, other.Mentees, other.Mentors, other.FirstHalfYear, other.Longer, other.Alpha)
        && Functions.SequenceEqual(other.Functions);

    public override int GetHashCode() => HashCode.Combine(Form, Everyone);
}
