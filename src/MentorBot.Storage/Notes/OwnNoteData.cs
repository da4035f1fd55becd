using System.Runtime.CompilerServices;
using MentorBot.Domain;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Notes;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;

namespace MentorBot.Storage.Notes;

/// <summary>What somebody noted in conversations: for both, and for themselves.</summary>
public sealed class OwnNoteData(INotes notes, IMeetings meetings, IRelationships relationships) : IOwnData
{
    public async IAsyncEnumerable<OwnSection> Of(PersonId person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var pair in await relationships.Of(person, cancellationToken))
        {
            var last = (await meetings.Find(pair.Id, cancellationToken))?.Meetings.Last ?? 0;
            for (var session = 1; session <= last; session++)
            {
                foreach (var note in await notes.ForBoth(pair.Id, session, cancellationToken))
                    if (note.Author == person)
                        yield return Section(OwnKind.NoteForBoth, note);
                foreach (var note in await notes.Own(person, pair.Id, session, cancellationToken))
                    yield return Section(OwnKind.OwnNote, note);
            }
        }

        static OwnSection Section(OwnKind kind, Note note) =>
            OwnSection.Of(kind, note.In, note.Session, note.At).Says("words", note.Words).Has("phase", note.Phase.ToString());
    }
}
