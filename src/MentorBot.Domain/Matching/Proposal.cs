using System.Collections.Immutable;

namespace MentorBot.Domain.Matching;

/// <summary>Somebody whom the person asking could talk with, and why. Each reason can be read as a sentence; the points never are shown.</summary>
public sealed record Proposal(PersonId Mentor, ImmutableArray<Reason> Reasons)
{
    public int Score => Reasons.Sum(reason => reason.Points);

    public bool Equals(Proposal? other) => other is not null && Mentor == other.Mentor && Reasons.SequenceEqual(other.Reasons);

    public override int GetHashCode() => HashCode.Combine(Mentor, Reasons.Length);
}
