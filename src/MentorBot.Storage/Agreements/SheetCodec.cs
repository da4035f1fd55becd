using MentorBot.Domain;
using MentorBot.Domain.Agreements;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;

namespace MentorBot.Storage.Agreements;

/// <summary>All that one of the two noted; every answer under their own key, sealed anew with each revision.</summary>
internal sealed class SheetCodec(Sealer sealer, Owner owner, RelationshipId relationship, PersonId author) : IRecordCodec<Sheet>
{
    private const int Schema = 1;

    public async ValueTask<IReadOnlyDictionary<string, object>> Encode(Partition partition, string key, Sheet sheet, CancellationToken cancellationToken)
    {
        var row = new PropertyBag
        {
            { "schema", Schema },
            { "revision", sheet.Revision },
            { "shown", sheet.Answers.Select(answer => answer.IsShown ? "1" : "0") },
        };
        RhythmText.AddTo(row, sheet.Rhythm);
        for (var question = 0; question < Sheet.Questions; question++)
            row.Add(
                WordsOf(question), await sealer.SealIfAny(owner, Place(partition, key, question, sheet.Revision), sheet.Answers[question].Words, cancellationToken));
        return row.Properties;
    }

    public async ValueTask<Sheet> Decode(Partition partition, Row row, CancellationToken cancellationToken)
    {
        var (revision, shown) = (row.Number("revision"), row.Several("shown"));
        var answers = new SheetAnswer[Sheet.Questions];
        for (var question = 0; question < Sheet.Questions; question++)
            answers[question] = new(await sealer.OpenIfAny(owner, Place(partition, row.Key, question, revision), row, cancellationToken), shown[question] == "1");
        return new(relationship, author, revision, [.. answers], RhythmText.In(row));
    }

    internal static string WordsOf(int question) => "words" + (question + 1);

    private static SealedPlace Place(Partition partition, string key, int question, int revision) => new(partition, key, WordsOf(question), revision, Schema);
}
