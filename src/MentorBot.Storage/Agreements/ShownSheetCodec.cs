using MentorBot.Domain;
using MentorBot.Domain.Agreements;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;

namespace MentorBot.Storage.Agreements;

/// <summary>What one of the two shows the other; every answer under the relationship's key, sealed anew with each change.</summary>
/// <param name="opensWords">Else what is ticked is all that is read.</param>
internal sealed class ShownSheetCodec(Sealer sealer, Owner owner, RelationshipId relationship, PersonId author, bool opensWords = true) : IRecordCodec<ShownSheet>
{
    private const int Schema = 1;

    public async ValueTask<IReadOnlyDictionary<string, object>> Encode(Partition partition, string key, ShownSheet sheet, CancellationToken cancellationToken)
    {
        var row = new PropertyBag { { "schema", Schema }, { "revision", sheet.Revision }, { "of", sheet.Of } };
        RhythmText.AddTo(row, sheet.Rhythm);
        if (sheet.Stance is { } stance)
        {
            row.Add("suits", stance.Suits);
            row.Add("suitsMine", stance.Mine);
            row.Add("suitsTheirs", stance.Theirs);
        }

        for (var question = 0; question < Sheet.Questions; question++)
            row.Add(SheetCodec.WordsOf(question), await sealer.SealIfAny(owner, Place(partition, key, question, sheet.Revision), sheet.Words[question], cancellationToken));
        return row.Properties;
    }

    public async ValueTask<ShownSheet> Decode(Partition partition, Row row, CancellationToken cancellationToken)
    {
        var revision = row.Number("revision");
        var words = new Confidential?[Sheet.Questions];
        for (var question = 0; opensWords && question < Sheet.Questions; question++)
            words[question] = await sealer.OpenIfAny(owner, Place(partition, row.Key, question, revision), row, cancellationToken);
        return new(
            relationship,
            author,
            revision,
            [.. words],
            RhythmText.In(row),
            row.Properties.ContainsKey("suits") ? new(row.Is("suits"), row.Number("suitsMine"), row.Number("suitsTheirs")) : null)
        { Of = row.Number("of") };
    }

    private static SealedPlace Place(Partition partition, string key, int question, int revision) => new(partition, key, SheetCodec.WordsOf(question), revision, Schema);
}
