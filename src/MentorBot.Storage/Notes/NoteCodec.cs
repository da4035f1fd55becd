using MentorBot.Domain;
using MentorBot.Domain.Notes;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;

namespace MentorBot.Storage.Notes;

/// <summary>One note, one row; its words under the owner's key, sealed anew with each revision.</summary>
internal sealed class NoteCodec(Sealer sealer, Owner owner) : IRecordCodec<Note>
{
    private const int Schema = 1;

    public async ValueTask<IReadOnlyDictionary<string, object>> Encode(Partition partition, string key, Note note, CancellationToken cancellationToken) => new PropertyBag
    {
        { "schema", Schema },
        { "in", note.In.Value },
        { "session", note.Session },
        { "phase", note.Phase },
        { "author", note.Author.Value },
        { "revision", note.Revision },
        { "words", await sealer.Seal(owner, Words(partition, key, note.Revision), note.Words, cancellationToken) },
        { "at", note.At },
    }.Properties;

    public async ValueTask<Note> Decode(Partition partition, Row row, CancellationToken cancellationToken)
    {
        var revision = row.Number("revision");
        return new(
            new(row.Text("in")),
            row.Number("session"),
            row.One<Phase>("phase"),
            new PersonId(row.Text("author")),
            revision,
            await sealer.Open(owner, Words(partition, row.Key, revision), row.Bytes("words"), cancellationToken),
            row.Moment("at"));
    }

    private static SealedPlace Words(Partition partition, string key, int revision) => new(partition, key, "words", revision, Schema);
}
