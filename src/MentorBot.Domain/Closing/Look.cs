using System.Collections.Immutable;
using NodaTime;

namespace MentorBot.Domain.Closing;

/// <summary>Both are asked how they would like to go on, each alone.</summary>
/// <param name="Number">Counts how often they were asked, from 1.</param>
/// <param name="Held">How many conversations they had had by then.</param>
/// <param name="Again">After how many more they are asked again.</param>
/// <param name="Until">Without an answer by then they go on; after a last conversation, they finish.</param>
/// <param name="Answered">Who would like to go on. The other never learns it, unless both would.</param>
/// <param name="By">Who had wished for the last conversation; null where it was not one.</param>
/// <param name="IsOver">Whether nobody is asked any more.</param>
public sealed record Look(int Number, LookKind Kind, int Held, int Again, Instant Until, ImmutableArray<PersonId> Answered, PersonId? By, bool IsOver)
{
    public bool BothGoOn => Answered.Length == 2;

    public bool Equals(Look? other) =>
        other is not null
        && (Number, Kind, Held, Again, Until, By, IsOver) == (other.Number, other.Kind, other.Held, other.Again, other.Until, other.By, other.IsOver)
        && Answered.SequenceEqual(other.Answered);

    public override int GetHashCode() => HashCode.Combine(Number, Kind, Until, IsOver);
}
