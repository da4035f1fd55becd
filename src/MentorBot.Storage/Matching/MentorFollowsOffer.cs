using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Requests;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using NodaTime;

namespace MentorBot.Storage.Matching;

/// <summary>
/// The step from an offer to the row of its mentor. The offer is read after the row, so that of two steps at once the one that read
/// an older offer meets a changed row, and decides again. Places and questions stay; whoever is not open any more has the questions
/// settled that somebody asked because they were.
/// </summary>
public sealed class MentorFollowsOffer(
    IRowStore store, Decisions decisions, Sealer sealer, IOffers offers, IRequests requests, MentoringProgramme programme, IClock clock) : IStep
{
    private readonly Partition partition = PartitionOf.Matching(programme.Tenant);
    private readonly MentorCodec codec = new(sealer, programme.Tenant);

    public string Kind => OfferNotices.List;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var mentor = await Follow(new(home), cancellationToken);
        if (mentor.Standing == MentorStanding.Open)
            return;

        // After the row, which lets no new question in; and again with each repetition, for a crash may have come between.
        foreach (var asked in mentor.Asked)
        {
            await requests.Decide(
                asked.By, asked.Request, mentor.Person, scene => Answering.NotOpenAnyMore(scene, asked.Match, clock.GetCurrentInstant()), cancellationToken);
        }
    }

    private Task<Mentor> Follow(PersonId person, CancellationToken cancellationToken) => decisions.Run(
        partition,
        async token =>
        {
            var row = await store.Get(partition, MentorCodec.KeyOf(person), token);
            return (Row: row, Offer: await offers.Find(person, token));
        },
        async (read, token) =>
        {
            var before = read.Row is { } row ? await codec.Decode(row, token) : Mentor.Unknown(person);
            var standing = StandingOf(read.Offer);
            var next = before with
            {
                Standing = standing,
                Offers = standing == MentorStanding.NotOffering ? null : Offered.Of(read.Offer!.Form),
                Silences = standing == MentorStanding.Open && before.Standing != MentorStanding.Open ? 0 : before.Silences,
            };
            return next == before ? Plan.Nothing(next) : Plan.Of(next, await codec.Keep(next, read.Row, token));
        },
        cancellationToken);

    private static MentorStanding StandingOf(Offer? offer) => offer?.State switch
    {
        OfferState.Waiting => MentorStanding.WaitingForCoordinator,
        OfferState.Open => MentorStanding.Open,
        OfferState.Paused => MentorStanding.Paused,
        OfferState.Resting => MentorStanding.Resting,
        _ => MentorStanding.NotOffering,
    };
}
