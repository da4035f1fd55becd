using System.Collections.Immutable;
using MentorBot.Domain.Relationships;

namespace MentorBot.Domain.Agreements;

/// <summary>What one of the two shows the other of their <see cref="Sheet"/>.</summary>
/// <param name="Revision">Counts the changes of what is shown, from 1; 0 before the first. What is noted and not shown does not count.</param>
/// <param name="Words">Nine, in the order of the questions; null for what is not shown.</param>
public sealed record ShownSheet(RelationshipId In, PersonId Author, int Revision, ImmutableArray<Confidential?> Words, Rhythm Rhythm, Stance? Stance)
{
    /// <summary>The revision of the sheet that this was taken from: an older one that comes late shows nothing that was unticked since.</summary>
    public int Of { get; init; }

    public bool ShowsAnything => Rhythm != Rhythm.Open || Words.Any(words => words is not null);

    public static ShownSheet Nothing(RelationshipId id, PersonId author) => new(id, author, 0, [.. Enumerable.Repeat<Confidential?>(null, Sheet.Questions)], Rhythm.Open, null);

    /// <summary>What they say to both, as both are now; null where they say nothing, or said it to something else.</summary>
    public bool? SuitsWith(ShownSheet other) => Stance is { } stance && stance.Mine == Revision && stance.Theirs == other.Revision ? stance.Suits : null;
}
