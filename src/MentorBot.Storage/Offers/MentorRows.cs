using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Programme;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Offers;

/// <summary>
/// Matching: the rows "mentor-{person}", which follow each person's offer. The offer is read after the row, so that of two
/// steps at once the one that read an older offer meets a changed row, and decides again.
/// </summary>
public sealed class MentorRows(IRowStore store, Decisions decisions, IOffers offers, MentoringProgramme programme) : IMentors, IStep
{
    private readonly TenantId tenant = programme.Tenant;
    private const string Prefix = "mentor-";

    public string Kind => OfferNotices.List;

    public async Task<ImmutableArray<Mentor>> All(CancellationToken cancellationToken) =>
        [.. (await store.Prefix(PartitionOf.Matching(tenant), Prefix, cancellationToken)).Select(Decode)];

    public Task Run(string home, CancellationToken cancellationToken)
    {
        var partition = PartitionOf.Matching(tenant);
        var person = new PersonId(home);
        var key = Prefix + KeyText.Of(home);
        return decisions.Run(
            partition,
            async token =>
            {
                var row = await store.Get(partition, key, token);
                return (Row: row, Offer: await offers.Find(person, token));
            },
            (read, _) =>
            {
                if (StandingOf(read.Offer) is not { } standing)
                    return ValueTask.FromResult(read.Row is { } old ? Plan.Of(true, new Write.Delete(key, old.ETag)) : Plan.Nothing(false));

                var properties = new PropertyBag { { "person", home }, { "standing", standing }, { "places", read.Offer!.Form.Places.Count() } }.Properties;
                return ValueTask.FromResult(Plan.Of(true, read.Row is { } row ? new Write.Replace(key, row.ETag, properties) : new Write.Insert(key, properties)));
            },
            cancellationToken);
    }

    private static Mentor Decode(Row row) => new(new PersonId(row.Text("person")), row.One<MentorStanding>("standing"), row.Number("places"));

    private static MentorStanding? StandingOf(Offer? offer) => offer?.State switch
    {
        OfferState.Waiting => MentorStanding.WaitingForCoordinator,
        OfferState.Open => MentorStanding.Open,
        OfferState.Paused => MentorStanding.Paused,
        _ => null,
    };
}
