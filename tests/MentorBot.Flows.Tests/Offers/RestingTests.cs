using MentorBot.Domain.Matching;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Offers;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Offers;
using MentorBot.Flows.Tests.Cards;
using MentorBot.Flows.Turns;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Offers;

/// <summary>A mentor who is left to rest, and how many places one who does not still has.</summary>
public sealed class RestingTests : IDisposable
{
    private readonly FlowRoom room = new();

    public RestingTests() => room.Offers[Ana] = EveryCard.OfferIn(new OfferState.Resting(Noor));

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task A_mentor_at_rest_comes_back_when_they_say_so()
    {
        Assert.IsType<Answer.Becomes>(await room.Press(Ana, OfferActions.Back, Id));

        Assert.IsType<OfferState.Open>(room.Offers[Ana].State);
    }

    [Fact]
    public async Task A_mentor_at_rest_may_say_until_when()
    {
        await room.Open(Ana, OfferActions.PauseForm, Id);
        Assert.IsType<Answer.Closes>(await room.Submit(Ana, OfferActions.Pause, Id, ("day", "2026-04-01")));

        Assert.IsType<OfferState.Paused>(room.Offers[Ana].State);
    }

    [Fact]
    public async Task They_are_told_by_a_card_of_its_own_unless_they_are_back_already()
    {
        Assert.Equal((EveryCard.All["offer-resting"].Json.ToString(), CardLife.Once), await Notified(OfferNotices.Resting));
        Assert.Equal((EveryCard.All["offer-resting"].Json.ToString(), CardLife.Follows), await Notified(OfferNotices.Mentor));
        Assert.Equal(CardLife.Over, (await Notified(OfferNotices.Enrolling)).Life);

        room.Offers[Ana] = EveryCard.OfferIn(new OfferState.Open(Noor));
        Assert.Equal(CardLife.Over, (await Notified(OfferNotices.Resting)).Life);
    }

    [Fact]
    public async Task Where_am_i_counts_the_places_that_are_left()
    {
        room.Offers[Ana] = EveryCard.OfferIn(new OfferState.Open(Noor));
        room.Mentors.Add(EveryCard.MentorIn(Ana, MentorStanding.Open, Places.Three) with { Taken = [new(new("m1"), Jun)] });

        var card = Assert.Single(Assert.IsType<Answer.Posts>(await room.Type(Ana, "where am i")).Cards);

        Assert.Contains("You are open to 2 more.", CardAttachment.Json(card).ToString(), StringComparison.Ordinal);
    }

    private (string, string) Id => (OfferActions.Offer, room.Offers[Ana].Id.Value);

    private async Task<(string Card, CardLife Life)> Notified(string kind)
    {
        var offer = room.Offers[Ana];
        var subject = kind == OfferNotices.Resting ? OfferNotices.Numbered(offer.Id, offer.Revision) : offer.Id.Value;
        Reader.Speak(ReaderOf(Ana).Culture);
        var card = await room.Routes.Notices[kind](new Notice(kind, Ana.Value, subject, "5", Ana, null), ReaderOf(Ana), CancellationToken.None);
        return (CardAttachment.Json(card!.Card).ToString(), card.Life);
    }
}
