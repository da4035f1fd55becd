using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MentorBot.Domain;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Programme;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using NodaTime;

namespace MentorBot.Storage.MyData;

/// <summary>
/// People: the row "download", and "file-{part}" with the parts of the file under the person's key. Downloads: of each link a
/// partition of its own, named by the hash of its secret, with the one row "link": whose it is.
/// </summary>
public sealed class DownloadRows(RecordRows records, IRowStore store, Decisions decisions, Sealer sealer, MentoringProgramme programme, IClock clock) : IDownloads
{
    /// <summary>In bytes; sealed it is below what one property may hold.</summary>
    internal const int PartSize = 60 * 1024;

    private const string Key = "download";
    private const string File = "file-";
    private const string Link = "link";
    private const int Schema = 1;

    private static readonly Codec Rows = new();

    private readonly TenantId tenant = programme.Tenant;

    public Task<Download?> Find(PersonId person, CancellationToken cancellationToken) =>
        records.Find(PartitionOf.Person(tenant, person), Key, Rows, cancellationToken);

    public Task<Download?> Decide(PersonId person, Func<Download?, Decision<Download, Download?>> decide, CancellationToken cancellationToken) =>
        records.Decide(PartitionOf.Person(tenant, person), Key, Rows, decide, cancellationToken);

    public async Task<int?> Fill(PersonId person, int number, ReadOnlyMemory<byte> file, CancellationToken cancellationToken)
    {
        var partition = PartitionOf.Person(tenant, person);
        await records.Erase(partition, File, cancellationToken);
        var parts = 0;
        for (var at = 0; at < file.Length; at += PartSize)
        {
            var key = KeyOf(parts++);
            var bytes = await sealer.SealBytes(
                Owner.Person(tenant, person), PlaceOf(partition, key, number), file.Slice(at, Math.Min(PartSize, file.Length - at)), cancellationToken);
            var write = new Write.Upsert(key, new PropertyBag { { "schema", Schema }, { "number", number }, { "bytes", bytes } }.Properties);

            // Beside what is asked for, which is written again as it was: after somebody was forgotten nothing is put back.
            if (!await decisions.Run(
                partition,
                token => store.Get(partition, Key, token),
                (row, _) => ValueTask.FromResult(row is not null && row.Number("number") == number && row.One<DownloadStage>("stage") == DownloadStage.Making
                    ? Plan.Of(true, new Write.Replace(Key, row.ETag, row.Properties), write)
                    : Plan.Nothing(false)),
                cancellationToken))
                return null;
        }

        return parts;
    }

    public async Task<string?> NewLink(PersonId person, int number, CancellationToken cancellationToken)
    {
        if (await Find(person, cancellationToken) is not { Stage: DownloadStage.Ready, Until: { } until } before || before.Number != number)
            return null;

        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var hash = HashOf(secret);
        var write = new Write.Insert(Link, new PropertyBag { { "person", person.Value }, { "until", until } }.Properties);
        await decisions.Run(
            PartitionOf.Download(tenant, hash), _ => Task.FromResult(true), (_, _) => ValueTask.FromResult(new Plan<bool>(true, [write], [until])), cancellationToken);
        var after = await Decide(person, found => Downloading.Link(found, number, hash), cancellationToken);
        return after?.LinkHash == hash ? secret : null;
    }

    public async Task<ReadOnlyMemory<byte>?> Take(string secret, Instant now, CancellationToken cancellationToken)
    {
        var hash = HashOf(secret);
        if (await store.Get(PartitionOf.Download(tenant, hash), Link, cancellationToken) is not { } link)
            return null;

        var person = new PersonId(link.Text("person"));
        if (await Find(person, cancellationToken) is not { Stage: DownloadStage.Ready } ready || ready.LinkHash != hash || now >= ready.Until)
            return null;

        // Opened first: whoever is told that it is theirs has it all.
        var partition = PartitionOf.Person(tenant, person);
        var file = new MemoryStream();
        for (var part = 0; part < ready.Parts; part++)
        {
            if (await store.Get(partition, KeyOf(part), cancellationToken) is not { } row)
                return null;
            try
            {
                file.Write(await sealer.OpenBytes(Owner.Person(tenant, person), PlaceOf(partition, row.Key, ready.Number), row.Bytes("bytes"), cancellationToken));
            }
            catch (SealBrokenException)
            {
                // Forgotten meanwhile.
                return null;
            }
        }

        return await Decide(person, found => Downloading.Take(found, hash, now), cancellationToken) is null ? null : file.ToArray();
    }

    public async Task Clear(PersonId person, CancellationToken cancellationToken)
    {
        var found = await Decide(person, one => Downloading.Tick(one, clock.GetCurrentInstant()), cancellationToken);
        if (found is not { Stage: DownloadStage.Ready or DownloadStage.Making })
            await records.Erase(PartitionOf.Person(tenant, person), File, cancellationToken);
    }

    private static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    private static string KeyOf(int part) => string.Create(CultureInfo.InvariantCulture, $"{File}{part:D6}");

    private static SealedPlace PlaceOf(Partition partition, string key, int number) => new(partition, key, "bytes", number, Schema);

    private sealed class Codec : IRecordCodec<Download>
    {
        public ValueTask<IReadOnlyDictionary<string, object>> Encode(Partition partition, string key, Download record, CancellationToken cancellationToken) => ValueTask.FromResult(
            new PropertyBag
            {
                { "schema", Schema },
                { "number", record.Number },
                { "stage", record.Stage },
                { "until", record.Until },
                { "link", record.LinkHash },
                { "parts", record.Parts },
            }.Properties);

        public ValueTask<Download> Decode(Partition partition, Row row, CancellationToken cancellationToken) => ValueTask.FromResult(new Download(
            new(PartitionOf.Home(partition)),
            row.Number("number"),
            row.One<DownloadStage>("stage"),
            row.MomentIfAny("until"),
            row.TextIfAny("link"),
            row.Number("parts")));
    }
}
