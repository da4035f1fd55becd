using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Notes;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;

namespace MentorBot.Flows.Tests;

/// <summary>Notes as they stand: those for both, and each one's own. What follows from decisions is only noted.</summary>
internal sealed class NotesInMemory(RelationshipsInMemory relationships) : INotes
{
    public Dictionary<(RelationshipId In, int Session, Phase Phase, PersonId Author), Note> Both { get; } = [];

    public Dictionary<(RelationshipId In, int Session, Phase Phase, PersonId Author), Note> Alone { get; } = [];

    public List<Consequence> Consequences { get; } = [];

    public Task<ImmutableArray<Note>> ForBoth(RelationshipId relationship, int session, CancellationToken cancellationToken) => Task.FromResult(Of(Both, relationship, session));

    public Task<ImmutableArray<Phase>> Parts(RelationshipId relationship, int session, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<Phase>>([.. Of(Both, relationship, session).Select(note => note.Phase).Distinct()]);

    public Task<ImmutableArray<Note>> Own(PersonId person, RelationshipId relationship, int session, CancellationToken cancellationToken) =>
        Task.FromResult(Of(Alone, relationship, session).RemoveAll(note => note.Author != person));

    public Task<NoteOutcome> DecideForBoth(
        RelationshipId relationship, int session, Phase phase, PersonId author, Func<Relationship?, Note?, Decision<Note, NoteOutcome>> decide, CancellationToken cancellationToken) =>
        Task.FromResult(Decide(Both, (relationship, session, phase, author), found => decide(relationships.GetValueOrDefault(relationship), found)));

    public Task<NoteOutcome> DecideOwn(
        PersonId person, RelationshipId relationship, int session, Phase phase, Func<Note?, Decision<Note, NoteOutcome>> decide, CancellationToken cancellationToken) =>
        Task.FromResult(Decide(Alone, (relationship, session, phase, person), decide));

    private static ImmutableArray<Note> Of(Dictionary<(RelationshipId In, int Session, Phase Phase, PersonId Author), Note> notes, RelationshipId relationship, int session) =>
        [.. notes.Values.Where(note => note.In == relationship && note.Session == session).OrderBy(note => note.Phase).ThenBy(note => note.Author.Value, StringComparer.Ordinal)];

    private NoteOutcome Decide<TKey>(Dictionary<TKey, Note> notes, TKey key, Func<Note?, Decision<Note, NoteOutcome>> decide)
        where TKey : notnull
    {
        var decision = decide(notes.GetValueOrDefault(key));
        if (decision is { Changes: true, Next: { } next })
            notes[key] = next;
        else if (decision.Changes)
            notes.Remove(key);
        Consequences.AddRange(decision.Consequences);
        return decision.Outcome;
    }
}
