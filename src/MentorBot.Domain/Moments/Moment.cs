using System.Collections.Immutable;
using MentorBot.Domain.Relationships;
using NodaTime;

namespace MentorBot.Domain.Moments;

/// <summary>An unplanned insight that somebody noted. It is not changed afterwards.</summary>
/// <param name="Shared">In which relationships the other may read it, too: each has a copy under a key of its own. Empty for its author alone.</param>
public sealed record Moment(MomentId Id, PersonId Author, Confidential Words, ImmutableArray<RelationshipId> Shared, Instant At)
{
    public bool Equals(Moment? other) => other is not null
        && (Id, Author, Words, At) == (other.Id, other.Author, other.Words, other.At) && Shared.SequenceEqual(other.Shared);

    public override int GetHashCode() => Id.GetHashCode();
}
