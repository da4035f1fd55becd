using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Requests;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Matching;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using NodaTime;

namespace MentorBot.Storage.Requests;

/// <summary>
/// Matching: the rows "request-{person}|{request}", with the places that go with them in one transaction; "due-…", by which a worker
/// finds the few that are due; and for a day after a request has gone "seen-{person}|{request}", so that its form, sent once more by a
/// retry on the way, does not bring it back.
/// </summary>
public sealed class RequestRows(IRowStore store, Decisions decisions, Sealer sealer, MentoringProgramme programme, IClock clock) : IRequests
{
    private static readonly Duration SeenFor = Duration.FromDays(1);

    private readonly Partition partition = PartitionOf.Matching(programme.Tenant);
    private readonly RequestCodec codec = new(sealer, programme.Tenant);
    private readonly MentorCodec mentors = new(sealer, programme.Tenant);

    public async Task<Request?> Find(PersonId person, RequestId id, CancellationToken cancellationToken) =>
        await store.Get(partition, RequestCodec.KeyOf(person, id), cancellationToken) is { } row ? await codec.Decode(row, cancellationToken) : null;

    public Task<ImmutableArray<Request>> Of(PersonId person, CancellationToken cancellationToken) =>
        InOrder(RequestCodec.PrefixOf(person), codec.Decode, cancellationToken);

    public Task<ImmutableArray<Request>> WithoutWords(CancellationToken cancellationToken) => InOrder(RequestCodec.Prefix, codec.WithoutWords, cancellationToken);

    public Task<RequestOutcome> Decide(
        PersonId person, RequestId id, PersonId? whom, Func<Scene, CancellationToken, ValueTask<Decision<Scene, RequestOutcome>>> decide, CancellationToken cancellationToken)
    {
        return decisions.Run(partition, token => Read(person, id, whom, token), Plan, cancellationToken);

        async ValueTask<Plan<RequestOutcome>> Plan(Rows rows, CancellationToken token)
        {
            var decision = await decide(rows.Scene, token);
            if (!decision.Changes)
                return Deciding.Plan.Nothing(decision.Outcome);

            var (before, next, now) = (rows.Scene, decision.Next!, clock.GetCurrentInstant());
            var due = next.Request is { } left ? left.NextDue : now + SeenFor;
            var writes = new List<Write>();
            writes.AddRange(decision.Consequences.Select(OutboxRows.Write));
            writes.AddRange(decision.Consequences.OfType<Consequence.Tell>().Where(tell => tell.Kind == RequestNotices.Desk).Select(DeskRows.Told));
            if (next.Asked is { } asked && asked != before.Asked)
                writes.AddRange(await mentors.Keep(asked, rows.Asked, token));
            if (next.Own is { } own && own != before.Own)
                writes.AddRange(await mentors.Keep(own, rows.Own, token));
            if (next.Request is { } request)
            {
                var properties = await codec.Encode(request, token);
                writes.Add(rows.Request is { } row ? new Write.Replace(row.Key, row.ETag, properties) : new Write.Insert(RequestCodec.KeyOf(person, id), properties));
            }
            else if (rows.Request is { } gone)
            {
                writes.Add(new Write.Delete(gone.Key, gone.ETag));
                writes.Add(SeenRows.Remember(person, id, now + SeenFor));
            }

            if (due is { } at)
                writes.Add(DueRows.PointAt(person, id, at));
            return new(decision.Outcome, [.. writes], due is { } later ? [now, later] : [now]);
        }
    }

    /// <summary>Everything at once, for whom it is about is known beforehand but to who presses an old card.</summary>
    private async Task<Rows> Read(PersonId person, RequestId id, PersonId? whom, CancellationToken cancellationToken)
    {
        var reading = store.Get(partition, RequestCodec.KeyOf(person, id), cancellationToken);
        var seen = store.Prefix(partition, SeenRows.PrefixOf(person), cancellationToken);
        var expected = whom is { } given ? Around(person, given, cancellationToken) : Task.FromResult(Pair.None);
        await Task.WhenAll(reading, seen, expected);

        var row = await reading;
        var request = row is null ? null : await codec.Decode(row, cancellationToken);
        var asked = request?.Asked ?? whom;
        var pair = asked is { } other && other != whom ? await Around(person, other, cancellationToken) : await expected;
        var isOwn = asked is not null && request is null or { Invited: InvitedAs.IMentorThem };
        var scene = new Scene(
            request,
            [.. (await seen).Select(SeenRows.IdOf)],
            asked is { } one ? await Known(one, pair.Asked, cancellationToken) : null,
            isOwn && asked is not null ? await Known(person, pair.Own, cancellationToken) : null,
            pair.Ended is not null);
        return new(scene, row, pair.Asked, pair.Own);
    }

    private async Task<Pair> Around(PersonId person, PersonId whom, CancellationToken cancellationToken)
    {
        var asked = store.Get(partition, MentorCodec.KeyOf(whom), cancellationToken);
        var own = store.Get(partition, MentorCodec.KeyOf(person), cancellationToken);
        var ended = store.Get(partition, PastPairRows.KeyOf(person, whom), cancellationToken);
        return new(await asked, await own, await ended);
    }

    private async ValueTask<Mentor> Known(PersonId person, Row? row, CancellationToken cancellationToken) =>
        row is null ? Mentor.Unknown(person) : await mentors.Decode(row, cancellationToken);

    private async Task<ImmutableArray<Request>> InOrder(string prefix, Func<Row, CancellationToken, ValueTask<Request>> decode, CancellationToken cancellationToken)
    {
        var requests = new List<Request>();
        foreach (var row in await store.Prefix(partition, prefix, cancellationToken))
            requests.Add(await decode(row, cancellationToken));
        return [.. requests.OrderBy(request => request.Since).ThenBy(request => request.Id.Value, StringComparer.Ordinal)];
    }

    private sealed record Rows(Scene Scene, Row? Request, Row? Asked, Row? Own);

    private sealed record Pair(Row? Asked, Row? Own, Row? Ended)
    {
        public static readonly Pair None = new(null, null, null);
    }
}
