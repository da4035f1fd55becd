using MentorBot.Domain;
using MentorBot.Domain.Evaluations;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;

namespace MentorBot.Storage.Evaluations;

/// <summary>
/// The rows "waiting-{person}|{relationship}", under the key of whoever wrote it. All are of one length, so that nobody who sees what
/// waited and reads later what is shown can match the one to the other.
/// </summary>
internal sealed class WaitingCodec(Sealer sealer, TenantId tenant) : IRecordCodec<Waiting>
{
    public const string Prefix = "waiting-";

    /// <summary>In bytes, of one answer: three a character at most, and its length before it.</summary>
    public const int LongestAnswer = (3 * LookBack.Longest) + 8;

    private const string Words = "words";
    private const int Schema = 1;

    public static string PrefixOf(PersonId person) => $"{Prefix}{KeyText.Of(person.Value)}|";

    public static string KeyOf(PersonId person, RelationshipId about) => PrefixOf(person) + KeyText.Of(about.Value);

    public async ValueTask<IReadOnlyDictionary<string, object>> Encode(Partition partition, string key, Waiting waiting, CancellationToken cancellationToken) => new PropertyBag
    {
        { "schema", Schema },
        { "person", waiting.Person.Value },
        { "about", waiting.About.Value },
        { "revision", waiting.Revision },
        { "sent", waiting.Sent },
        { "eraseAt", waiting.EraseAt },
        { Words, await sealer.SealAll(Owner.Person(tenant, waiting.Person), Place(partition, key, waiting.Revision), waiting.Words.Texts, LookBack.Questions * LongestAnswer, cancellationToken) },
    }.Properties;

    /// <exception cref="SealBrokenException">The author was forgotten.</exception>
    public async ValueTask<Waiting> Decode(Partition partition, Row row, CancellationToken cancellationToken)
    {
        var (person, revision) = (new PersonId(row.Text("person")), row.Number("revision"));
        return new(
            person,
            new(row.Text("about")),
            revision,
            row.Moment("sent"),
            row.Moment("eraseAt"),
            LookBack.Of(await sealer.OpenAll(Owner.Person(tenant, person), Place(partition, row.Key, revision), row.Bytes(Words), cancellationToken)));
    }

    private static SealedPlace Place(Partition partition, string key, int revision) => new(partition, key, Words, revision, Schema);
}
