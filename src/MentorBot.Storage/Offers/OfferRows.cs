using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Programme;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using NodaTime;

namespace MentorBot.Storage.Offers;

/// <summary>
/// People: the row "offer", and for a day after an offer has gone the row "seen-{offer}", so that its form, sent once more by a
/// retry on the way, does not bring it back.
/// </summary>
public sealed class OfferRows(IRowStore store, Decisions decisions, Sealer sealer, MentoringProgramme programme, IClock clock) : IOffers
{
    private readonly TenantId tenant = programme.Tenant;
    private const string Seen = "seen-";
    private static readonly Duration SeenFor = Duration.FromDays(1);

    private readonly OfferCodec codec = new(sealer, programme.Tenant);

    public async Task<Offer?> Find(PersonId person, CancellationToken cancellationToken) =>
        await store.Get(PartitionOf.Person(tenant, person), OfferCodec.Key, cancellationToken) is { } row
            ? await codec.Decode(person, row, cancellationToken)
            : null;

    public Task<OfferOutcome> Decide(PersonId person, Func<Found, Decision<Offer, OfferOutcome>> decide, CancellationToken cancellationToken)
    {
        var partition = PartitionOf.Person(tenant, person);
        return decisions.Run(partition, token => Read(person, token), Plan, cancellationToken);

        async ValueTask<Plan<OfferOutcome>> Plan(Rows rows, CancellationToken token)
        {
            var decision = decide(rows.Found);
            if (!decision.Changes)
                return Deciding.Plan.Nothing(decision.Outcome);

            var now = clock.GetCurrentInstant();
            var writes = decision.Consequences.Select(OutboxRows.Write).ToList();
            var lookAt = new List<Instant> { now };
            if (decision.Next is { } next)
            {
                var properties = await codec.Encode(next, token);
                writes.Add(rows.Offer is { } before ? new Write.Replace(OfferCodec.Key, before.ETag, properties) : new Write.Insert(OfferCodec.Key, properties));
                if (next.NextDue is { } due)
                    lookAt.Add(due);
            }
            else if (rows.Offer is { } gone)
            {
                var forgetAt = now + SeenFor;
                writes.Add(new Write.Delete(OfferCodec.Key, gone.ETag));
                writes.Add(new Write.Insert(Seen + KeyText.Of(gone.Text("id")), new PropertyBag { { "until", forgetAt } }.Properties));
                lookAt.Add(forgetAt);
            }

            return new(decision.Outcome, [.. writes], [.. lookAt]);
        }
    }

    /// <summary>Forgets the offers that went more than a day ago.</summary>
    internal Task<bool> ForgetGone(PersonId person, CancellationToken cancellationToken)
    {
        var partition = PartitionOf.Person(tenant, person);
        return decisions.Run(
            partition,
            token => store.Prefix(partition, Seen, token),
            (seen, _) =>
            {
                var now = clock.GetCurrentInstant();
                ImmutableArray<Write> over = [.. seen.Where(row => row.Moment("until") <= now).Select(row => new Write.Delete(row.Key, row.ETag))];
                return ValueTask.FromResult(new Plan<bool>(!over.IsEmpty, over, []));
            },
            cancellationToken);
    }

    private async Task<Rows> Read(PersonId person, CancellationToken cancellationToken)
    {
        var partition = PartitionOf.Person(tenant, person);
        var reading = store.Get(partition, OfferCodec.Key, cancellationToken);
        var seen = await store.Prefix(partition, Seen, cancellationToken);
        var row = await reading;
        var offer = row is null ? null : await codec.Decode(person, row, cancellationToken);
        return new(row, new Found(offer, [.. seen.Select(one => new OfferId(KeyText.Back(one.Key[Seen.Length..])))]));
    }

    private sealed record Rows(Row? Offer, Found Found);
}
