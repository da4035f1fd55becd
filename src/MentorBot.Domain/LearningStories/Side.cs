using System.Collections.Immutable;

namespace MentorBot.Domain.LearningStories;

/// <summary>One person's side of the story.</summary>
/// <param name="Text">Counts what they wrote, from 1; 0 before the first.</param>
/// <param name="Words">What they wrote; null for nothing (any more).</param>
/// <param name="IsReady">They would like to exchange; or did, where it did not come to it.</param>
/// <param name="HasLeft">They would rather not exchange, or would leave both as they are. The other learns it on the date, as if nobody had said anything.</param>
/// <param name="Chosen">The numbers, from 0, of those of their passages that they offered.</param>
/// <param name="FineWith">The number of the joint story of which they said that it is fine; 0 for none.</param>
/// <param name="Card">Counts their cards about it, from 1: where something new is to be read they get a new one, and the one before says so.</param>
public sealed record Side(PersonId Person, int Text, Confidential? Words, bool IsReady, bool HasLeft, ImmutableArray<int> Chosen, int FineWith, int Card)
{
    /// <summary>More are read as one.</summary>
    public const int MostPassages = 40;

    /// <summary>What they wrote, in parts that can be chosen.</summary>
    public ImmutableArray<Confidential> Passages => Words?.Passages(MostPassages) ?? [];

    /// <summary>What they offered, in the order in which they wrote it.</summary>
    public ImmutableArray<Confidential> Offered
    {
        get
        {
            var passages = Passages;
            return [.. Chosen.Select(at => passages[at])];
        }
    }

    public static Side Of(PersonId person) => new(person, 0, null, false, false, [], 0, 1);
}
