using MentorBot.Domain;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Questions;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Relationships;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;

namespace MentorBot.Storage.Questions;

/// <summary>Relationships: the rows "question-{author}", words under the relationship's key.</summary>
public sealed class QuestionRows(BesidePair beside, Sealer sealer, MentoringProgramme programme) : IQuestions
{
    private const int Schema = 1;

    public Task<(Relationship? Pair, Question? Question)> Find(RelationshipId relationship, PersonId author, CancellationToken cancellationToken) =>
        beside.Find(relationship, KeyOf(author), CodecOf(relationship), cancellationToken);

    public Task<QuestionOutcome> Decide(
        RelationshipId relationship, PersonId author, Func<Relationship?, Question?, Decision<Question, QuestionOutcome>> decide, CancellationToken cancellationToken) =>
        beside.Decide(relationship, KeyOf(author), CodecOf(relationship), decide, cancellationToken);

    private static string KeyOf(PersonId author) => "question-" + KeyText.Of(author.Value);

    private Codec CodecOf(RelationshipId relationship) => new(sealer, Owner.Relationship(programme.Tenant, relationship.Value));

    private sealed class Codec(Sealer sealer, Owner owner) : IRecordCodec<Question>
    {
        public async ValueTask<IReadOnlyDictionary<string, object>> Encode(Partition partition, string key, Question question, CancellationToken cancellationToken) => new PropertyBag
        {
            { "schema", Schema },
            { "in", question.In.Value },
            { "author", question.Author.Value },
            { "revision", question.Revision },
            { "words", await sealer.Seal(owner, Words(partition, key, question.Revision), question.Words, cancellationToken) },
            { "at", question.At },
            { "openedAt", question.OpenedAt },
        }.Properties;

        public async ValueTask<Question> Decode(Partition partition, Row row, CancellationToken cancellationToken)
        {
            var revision = row.Number("revision");
            return new(
                new(row.Text("in")),
                new(row.Text("author")),
                revision,
                await sealer.Open(owner, Words(partition, row.Key, revision), row.Bytes("words"), cancellationToken),
                row.Moment("at"),
                row.MomentIfAny("openedAt"));
        }

        private static SealedPlace Words(Partition partition, string key, int revision) => new(partition, key, "words", revision, Schema);
    }
}
