using System.Collections.Immutable;
using MentorBot.Domain.Relationships;

namespace MentorBot.Domain.Keeping;

/// <summary>What one person has of a conversation for themselves alone. Nobody else learns that it exists.</summary>
/// <param name="Number">That of the conversation.</param>
/// <param name="Revision">Counts its changes, from 1; a form names the one it showed.</param>
/// <param name="Alone">What they wrote for themselves when they were asked what to keep.</param>
/// <param name="Brought">What was brought here, by the name of where it came from: so nothing comes twice, nor comes back once they took it out.</param>
public sealed record OwnLines(
    PersonId Person, RelationshipId In, int Number, int Revision, Confidential? Alone, ImmutableArray<OwnLine> Lines, ImmutableArray<string> Brought)
{
    public bool IsEmpty => Alone is null && Lines.IsEmpty;

    public static OwnLines Nothing(PersonId person, RelationshipId id, int number) => new(person, id, number, 0, null, [], []);
}
