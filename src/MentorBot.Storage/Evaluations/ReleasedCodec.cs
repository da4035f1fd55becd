using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Evaluations;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Storage.Evaluations;

/// <summary>
/// The rows "released-{day}-{number}", under the tenant's key. Each question is sealed as a whole and padded to what five answers could
/// be, so that not even how many there are shows from outside.
/// </summary>
internal sealed class ReleasedCodec(Sealer sealer, TenantId tenant) : IRecordCodec<Released>
{
    public const string Prefix = "released-";

    private const int Schema = 1;

    private readonly Owner owner = Owner.Tenant(tenant);

    public static string PrefixOn(LocalDate day) => $"{Prefix}{LocalDatePattern.Iso.Format(day)}-";

    public static string KeyOf(Released released) => Prefix + EvaluationNotices.Of(released);

    public async ValueTask<IReadOnlyDictionary<string, object>> Encode(Partition partition, string key, Released released, CancellationToken cancellationToken)
    {
        var row = new PropertyBag
        {
            { "schema", Schema },
            { "on", LocalDatePattern.Iso.Format(released.On) },
            { "number", released.Number },
            { "eraseAt", released.EraseAt },
        };
        for (var question = 0; question < LookBack.Questions; question++)
            row.Add(Name(question), await sealer.SealAll(owner, Place(partition, key, question), released.Answers[question], LookingBack.Together * WaitingCodec.LongestAnswer, cancellationToken));
        return row.Properties;
    }

    public async ValueTask<Released> Decode(Partition partition, Row row, CancellationToken cancellationToken)
    {
        var answers = ImmutableArray.CreateBuilder<ImmutableArray<Confidential>>();
        for (var question = 0; question < LookBack.Questions; question++)
            answers.Add([.. (await sealer.OpenAll(owner, Place(partition, row.Key, question), row.Bytes(Name(question)), cancellationToken)).OfType<Confidential>()]);
        return new(LocalDatePattern.Iso.Parse(row.Text("on")).GetValueOrThrow(), row.Number("number"), row.Moment("eraseAt"), answers.ToImmutable());
    }

    private static string Name(int question) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"answers{question + 1}");

    private static SealedPlace Place(Partition partition, string key, int question) => new(partition, key, Name(question), 1, Schema);
}
