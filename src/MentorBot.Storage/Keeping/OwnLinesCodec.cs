using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain;
using MentorBot.Domain.Keeping;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;

namespace MentorBot.Storage.Keeping;

/// <summary>People: what one has of a conversation for oneself alone, under one's own key, sealed anew with each revision.</summary>
internal sealed class OwnLinesCodec(Sealer sealer, TenantId tenant, PersonId person, RelationshipId id, int number) : IRecordCodec<OwnLines>
{
    private const int Schema = 1;
    private const string Alone = "alone";
    private const string Together = "Text";

    private readonly Owner owner = Owner.Person(tenant, person);

    public async ValueTask<IReadOnlyDictionary<string, object>> Encode(Partition partition, string key, OwnLines own, CancellationToken cancellationToken)
    {
        var row = new PropertyBag
        {
            { "schema", Schema },
            { "revision", own.Revision },
            { Alone, await sealer.SealIfAny(owner, Place(Alone), own.Alone, cancellationToken) },
            { "from", own.Lines.Select(line => line.From?.ToString() ?? Together) },
            { "brought", own.Brought },
        };
        for (var at = 0; at < own.Lines.Length; at++)
            row.Add(Line(at), await sealer.Seal(owner, Place(Line(at)), own.Lines[at].Words, cancellationToken));
        return row.Properties;

        SealedPlace Place(string property) => new(partition, key, property, own.Revision, Schema);
    }

    public async ValueTask<OwnLines> Decode(Partition partition, Row row, CancellationToken cancellationToken)
    {
        var revision = row.Number("revision");
        var from = row.Several("from");
        var lines = ImmutableArray.CreateBuilder<OwnLine>();
        for (var at = 0; at < from.Length; at++)
        {
            var words = await sealer.Open(owner, Place(Line(at)), row.Bytes(Line(at)), cancellationToken);
            lines.Add(new(from[at] == Together ? null : Enum.Parse<Phase>(from[at]), words));
        }

        return new(person, id, number, revision, await sealer.OpenIfAny(owner, Place(Alone), row, cancellationToken), lines.ToImmutable(), row.Several("brought"));

        SealedPlace Place(string property) => new(partition, row.Key, property, revision, Schema);
    }

    private static string Line(int at) => string.Create(CultureInfo.InvariantCulture, $"line{at}");
}
