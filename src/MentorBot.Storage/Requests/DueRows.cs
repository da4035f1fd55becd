using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Requests;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Storage.Requests;

/// <summary>
/// Matching: the rows "due-{milliseconds since 1970, 15 digits}|{person}|{request}", an index by time within the tenant's one partition.
/// One is written with each change, in the same transaction; the one before stays behind and is removed when its time has come.
/// </summary>
internal sealed class DueRows(IRowStore store, Decisions decisions, Partition partition)
{
    /// <summary>At a time; removing them with what they point to stays within one transaction.</summary>
    public const int Most = 50;

    public const string Prefix = "due-";
    private static readonly Duration Again = Duration.FromHours(1);
    private static readonly IReadOnlyDictionary<string, object> Empty = ImmutableDictionary<string, object>.Empty;

    public static Write PointAt(PersonId person, RequestId id, Instant at) => new Write.Upsert(KeyOf(person, id, at), Empty);

    public static (PersonId Person, RequestId Id) Of(Row row)
    {
        var parts = row.Key.Split('|');
        return (new(KeyText.Back(parts[1])), new(KeyText.Back(parts[2])));
    }

    /// <summary>The oldest that have come due.</summary>
    public async Task<ImmutableArray<Row>> UpTo(Instant now, CancellationToken cancellationToken)
    {
        var rows = ImmutableArray.CreateBuilder<Row>();
        await foreach (var row in store.Range(partition, Prefix, Prefix + DuePointers.Until(now + Duration.FromMilliseconds(1)), cancellationToken))
        {
            rows.Add(row);
            if (rows.Count == Most)
                break;
        }

        return rows.ToImmutable();
    }

    /// <summary>
    /// Removes those that have done their work, and what is remembered no longer. What is still due though somebody looked at it just
    /// now is looked at again in an hour, so that it holds up nobody else.
    /// </summary>
    /// <param name="lookedAt">The versions of requests that were looked at.</param>
    /// <returns>Whether anything was removed.</returns>
    public Task<bool> Clear(ImmutableArray<Row> due, IReadOnlySet<string> lookedAt, Instant now, CancellationToken cancellationToken) => decisions.Run(
        partition,
        async token =>
        {
            // The pointers first: whoever changes a request meanwhile writes its pointer in the same transaction, so either what is read
            // afterwards is the changed request, or the pointer is not in this version any more.
            var pointers = await Task.WhenAll(due.Select(row => store.Get(partition, row.Key, token)));
            return await Task.WhenAll(pointers.OfType<Row>().Select(pointer => Read(pointer, token)));
        },
        (pointed, _) =>
        {
            var lookAgain = pointed.Where(one => IsStuck(one)).ToList();
            ImmutableArray<Write> writes =
            [
                .. pointed.Where(one => IsStuck(one) || IsPast(one)).Select(one => new Write.Delete(one.Pointer.Key, one.Pointer.ETag)),
                .. pointed.Select(one => one.Seen).OfType<Row>().Where(seen => SeenRows.UntilOf(seen) <= now).DistinctBy(seen => seen.Key).Select(seen => new Write.Delete(seen.Key, seen.ETag)),
                .. lookAgain.Select(one => Of(one.Pointer)).Distinct().Select(one => PointAt(one.Person, one.Id, now + Again)),
            ];
            return ValueTask.FromResult(new Plan<bool>(!writes.IsEmpty, writes, lookAgain.Count > 0 ? [now + Again] : []));

            bool IsStuck(Pointed one) => one.Request is { } request && RequestCodec.DueOf(request) <= now && lookedAt.Contains(request.ETag);

            // Within the last millisecond before its time it is not past, though found.
            bool IsPast(Pointed one) => one.At switch
            {
                null => true,
                { } at when at > now => one.Pointer.Key != KeyOf(Of(one.Pointer).Person, Of(one.Pointer).Id, at),
                _ => one.Request is null,
            };
        },
        cancellationToken);

    private async Task<Pointed> Read(Row pointer, CancellationToken cancellationToken)
    {
        var (person, id) = Of(pointer);
        var request = store.Get(partition, RequestCodec.KeyOf(person, id), cancellationToken);
        var seen = store.Get(partition, SeenRows.KeyOf(person, id), cancellationToken);
        return new(pointer, await request, await seen);
    }

    private static string KeyOf(PersonId person, RequestId id, Instant at) => $"{Prefix}{DuePointers.Until(at)}|{KeyText.Of(person.Value)}|{KeyText.Of(id.Value)}";

    private sealed record Pointed(Row Pointer, Row? Request, Row? Seen)
    {
        public Instant? At => Request is { } request ? RequestCodec.DueOf(request) : Seen is { } seen ? SeenRows.UntilOf(seen) : null;
    }
}
