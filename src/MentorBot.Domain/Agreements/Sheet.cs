using System.Collections.Immutable;
using MentorBot.Domain.Relationships;

namespace MentorBot.Domain.Agreements;

/// <summary>Everything that one of the two noted about how they would like to do this. Nobody else reads it; see <see cref="ShownSheet"/>.</summary>
/// <param name="Revision">Counts its changes, from 1; 0 while nothing was noted. A form names the one it showed.</param>
/// <param name="Answers">Nine, in the order of the questions.</param>
public sealed record Sheet(RelationshipId In, PersonId Author, int Revision, ImmutableArray<SheetAnswer> Answers, Rhythm Rhythm)
{
    public const int Questions = 9;

    /// <summary>How often, how long and where: counted from 0, as all of them.</summary>
    public const int OnMeeting = 4;

    /// <summary>What they would like to learn themselves.</summary>
    public const int OnAims = 8;

    public static Sheet Blank(RelationshipId id, PersonId author) => new(id, author, 0, [.. Enumerable.Repeat(SheetAnswer.Nothing, Questions)], Rhythm.Open);

    public bool SaysTheSameAs(Sheet other) => Rhythm == other.Rhythm && Answers.SequenceEqual(other.Answers);
}
