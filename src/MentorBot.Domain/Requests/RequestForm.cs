using System.Collections.Immutable;
using MentorBot.Domain.Wishes;

namespace MentorBot.Domain.Requests;

/// <summary>What somebody asks for, as they said it.</summary>
/// <param name="Words">What they would like to talk about: for the mentor they accept, and for the coordinator only where <paramref name="CoordinatorMayRead"/>.</param>
/// <param name="Help">At least one, unless the form is only kept, or an invitation.</param>
/// <param name="Themes">Ids of the programme's themes, or <see cref="SomethingElse"/> or <see cref="InPerson"/>; may be empty.</param>
/// <param name="WishedFor">Somebody they would like to ask, under the same rules as everybody.</param>
/// <param name="Languages">BCP 47 tags, of those in the directory.</param>
/// <param name="NotThese">Erased when this is settled.</param>
/// <param name="Line">One line that the person who is asked may read before answering.</param>
/// <param name="Widened">What would be fine as well, said after nobody was found.</param>
public sealed record RequestForm(
    Confidential? Words,
    ImmutableArray<HelpWanted> Help,
    ImmutableArray<string> Themes,
    HowSoon Soon,
    Pace Pace,
    PersonId? WishedFor,
    AtEaseWith AtEaseWith,
    ImmutableArray<string> Languages,
    WayOfMeeting Meeting,
    NeverList NotThese,
    Confidential? Line,
    bool CoordinatorMayRead,
    ImmutableArray<Widening> Widened)
{
    public const string SomethingElse = "something-else";

    public const string InPerson = "in-person";

    /// <summary>In characters.</summary>
    public const int LongestWords = 2000;

    /// <summary>In characters.</summary>
    public const int LongestLine = 140;

    public bool Equals(RequestForm? other) =>
        other is not null
        && Equals(Words, other.Words)
        && Equals(Line, other.Line)
        && Equals(NotThese, other.NotThese)
        && Help.SequenceEqual(other.Help)
        && Themes.SequenceEqual(other.Themes)
        && Languages.SequenceEqual(other.Languages)
        && Widened.SequenceEqual(other.Widened)
        && (Soon, Pace, WishedFor, AtEaseWith, Meeting, CoordinatorMayRead)
            == (other.Soon, other.Pace, other.WishedFor, other.AtEaseWith, other.Meeting, other.CoordinatorMayRead);

    public override int GetHashCode() => HashCode.Combine(Soon, Pace, WishedFor, AtEaseWith, Meeting, CoordinatorMayRead, Help.Length, Themes.Length);
}
