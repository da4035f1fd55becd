using System.Collections.Immutable;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;

namespace MentorBot.Domain.Notes;

/// <summary>Where notes are kept: those for both under the relationship's key, one's own under one's own.</summary>
public interface INotes
{
    /// <summary>All notes for both of one conversation, in the order of the phases.</summary>
    Task<ImmutableArray<Note>> ForBoth(RelationshipId relationship, int session, CancellationToken cancellationToken);

    /// <summary>In which parts of a conversation there is a note for both, in their order. Opens none of them.</summary>
    Task<ImmutableArray<Phase>> Parts(RelationshipId relationship, int session, CancellationToken cancellationToken);

    /// <summary>All that this person noted for themselves alone in this conversation.</summary>
    Task<ImmutableArray<Note>> Own(PersonId person, RelationshipId relationship, int session, CancellationToken cancellationToken);

    /// <summary>Decides on the author's note for both, in the light of the pair (null when it is not there any more).</summary>
    Task<NoteOutcome> DecideForBoth(
        RelationshipId relationship, int session, Phase phase, PersonId author, Func<Relationship?, Note?, Decision<Note, NoteOutcome>> decide, CancellationToken cancellationToken);

    Task<NoteOutcome> DecideOwn(
        PersonId person, RelationshipId relationship, int session, Phase phase, Func<Note?, Decision<Note, NoteOutcome>> decide, CancellationToken cancellationToken);
}
