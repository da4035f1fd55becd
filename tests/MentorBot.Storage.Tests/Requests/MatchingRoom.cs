using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Wishes;
using MentorBot.Storage.Rows;
using NodaTime;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Requests;

/// <summary>The whole of the storage, with people who ask, choose and answer in it.</summary>
internal sealed class MatchingRoom : IDisposable
{
    public static readonly Partition Market = PartitionOf.Matching(Contoso);
    public static readonly RequestId First = new("request-1");
    public static readonly MatchId Match = new("match-1");
    public static readonly PersonId Cleo = new("cleo");

    public static readonly RequestForm Form = new(
        Confidential.From("canary words"), [HelpWanted.Advice], ["craft"], HowSoon.NextWeeks, Pace.SeeAfterTheFirst, null, AtEaseWith.Anyone, ["en"], WayOfMeeting.Any,
        NeverList.Nobody, Confidential.From("canary line"), false, []);

    public static readonly OfferForm PlainOffer = new(
        [Help.Advice], ["craft"], Places.One, Pace.SeeAfterTheFirst, null, AtEaseWith.Anyone, ["en"], WayOfMeeting.Any, false, NeverList.Nobody, true);

    public StorageRoom Room { get; } = new(isWhole: true);

    public Instant Now => Room.Clock.Now;

    public Task Settles() => Room.Worker.RunUntilIdle(default);

    /// <summary>Time passes, and whatever falls due does so.</summary>
    public async Task Later(int days, int hours = 0)
    {
        Room.Clock.Advance(Duration.FromDays(days) + Duration.FromHours(hours));
        await Settles();
    }

    /// <summary>The person's offer is as given from now on; null for no offer.</summary>
    public async Task Offers(PersonId person, OfferState? state, OfferForm? form = null)
    {
        var offer = state is null ? null : new Offer(new("offer-1"), person, 1, form ?? PlainOffer, state, DateTimeZone.Utc);
        await Room.Offers.Decide(person, _ => new(new OfferOutcome.Done(offer), true, offer, []), default);
        await Room.FollowOffer.Run(person.Value, person.Value, default);
    }

    public Task IsOpen(PersonId person, OfferForm? form = null) => Offers(person, new OfferState.Open(Noor), form);

    public Task<RequestOutcome> Sends(PersonId person, RequestId id, RequestForm? form = null) => Room.Requests.Decide(
        person, id, null, scene => Requesting.Send(scene, id, person, form ?? Form, Now, DateTimeZone.Utc, MatchingTerms, Now), default);

    /// <summary>The request is as given from now on, without having come to it.</summary>
    public Task Put(Request request) => Room.Requests.Decide(request.Person, request.Id, null, scene => new(new RequestOutcome.Done(request), true, scene with { Request = request }, []), default);

    public async Task<RequestOutcome> Chooses(PersonId person, RequestId id, PersonId whom, MatchId match)
    {
        var two = await Room.Matchmaker.Two(person, whom, default);
        return await Room.Requests.Decide(person, id, whom, scene => ChoosingSomeone.Choose(scene, whom, match, two, [], MatchingTerms, Now), default);
    }

    public async Task<RequestOutcome> Invites(PersonId person, RequestId id, PersonId whom, InvitedAs how, MatchId match, bool isReachable = true)
    {
        var two = await Room.Matchmaker.Two(person, whom, default);
        return await Room.Requests.Decide(
            person, id, whom, scene => ChoosingSomeone.Invite(scene, id, person, whom, how, Form, match, isReachable, two, DateTimeZone.Utc, MatchingTerms, Now), default);
    }

    public async Task<RequestOutcome> SaysYes(PersonId whom, PersonId person, RequestId id, MatchId match)
    {
        var two = await Room.Matchmaker.Two(person, whom, default);
        return await Room.Requests.Decide(person, id, whom, scene => Answering.Yes(scene, match, whom, two, null, Now), default);
    }

    public Task<RequestOutcome> SaysNotNow(PersonId whom, PersonId person, RequestId id, MatchId match) =>
        Room.Requests.Decide(person, id, whom, scene => Answering.NotNow(scene, match, whom, Now), default);

    public Task<RequestOutcome> Withdraws(PersonId person, RequestId id) => Room.Requests.Decide(person, id, null, Requesting.Withdraw, default);

    /// <summary>The person may choose among these now.</summary>
    public Task MayChoose(PersonId person, RequestId id, params ImmutableArray<PersonId> among) => Put(Of(person, id, new RequestState.Choosing(
        [.. among.Select(one => new Proposal(one, [new(ReasonKind.Theme, 30, "craft")]))], Now + Duration.FromDays(7), Now + Duration.FromDays(3))));

    /// <summary>The two have said yes, and the relationship is open.</summary>
    public async Task<RelationshipId> AreTogether(PersonId person, PersonId mentor)
    {
        await IsOpen(mentor);
        await MayChoose(person, First, mentor);
        await Chooses(person, First, mentor, Match);
        await SaysYes(mentor, person, First, Match);
        await Settles();
        return new(Match.Value);
    }

    public Task<RelationshipOutcome> Stops(PersonId person, RelationshipId id) =>
        Room.Relationships.Decide(id, current => Relating.Stop(current, person, Programme.ErasureDays, Now), default);

    public Request Of(PersonId person, RequestId id, RequestState state, RequestForm? form = null) =>
        new(id, person, 1, 1, form ?? Form, state, Now, DateTimeZone.Utc, [], false, null, null);

    public async Task<Mentor> Mentor(PersonId person) => await Room.Mentors.Find(person, default) ?? Domain.Matching.Mentor.Unknown(person);

    public async Task<RequestState?> State(PersonId person, RequestId id) => (await Room.Requests.Find(person, id, default))?.State;

    public void Dispose() => Room.Dispose();
}
