using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Programme;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Storage.MyData;

/// <summary>People: the rows "opened-{day}" of each person.</summary>
public sealed class OpeningRows(RecordRows records, MentoringProgramme programme) : IOpenings
{
    private const string Prefix = "opened-";

    private static readonly Codec Rows = new();

    public Task Note(PersonId person, Opened what, LocalDate day, CancellationToken cancellationToken) => records.Decide<OpenedOnDay, bool>(
        PartitionOf.Person(programme.Tenant, person),
        Prefix + LocalDatePattern.Iso.Format(day),
        Rows,
        found => found?.What.Contains(what) == true
            ? new(false, false, found, [])
            : new(true, true, new(day, [.. (found?.What ?? []).Append(what).Order()]), []),
        cancellationToken);

    public async Task<ImmutableArray<OpenedOnDay>> Of(PersonId person, CancellationToken cancellationToken) =>
        [.. (await records.All(PartitionOf.Person(programme.Tenant, person), Prefix, Rows, cancellationToken)).Reverse()];

    private sealed class Codec : IRecordCodec<OpenedOnDay>
    {
        public ValueTask<IReadOnlyDictionary<string, object>> Encode(Partition partition, string key, OpenedOnDay record, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new PropertyBag { { "what", record.What.Select(one => one.ToString()) } }.Properties);

        public ValueTask<OpenedOnDay> Decode(Partition partition, Row row, CancellationToken cancellationToken) => ValueTask.FromResult(
            new OpenedOnDay(LocalDatePattern.Iso.Parse(row.Key[Prefix.Length..]).GetValueOrThrow(), [.. row.Several("what").Select(Enum.Parse<Opened>)]));
    }
}
