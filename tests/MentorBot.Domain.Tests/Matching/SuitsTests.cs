using MentorBot.Domain.Matching;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Wishes;
using static MentorBot.Domain.Tests.Matching.Situation;

namespace MentorBot.Domain.Tests.Matching;

public sealed class SuitsTests
{
    private static readonly Situation NoSharedHour = AnaAsksBen.BenWorks("17:00-23:00");

    private static readonly Situation OtherWays = AnaAsksBen.AnaWants(form => form with { Meeting = WayOfMeeting.Teams }).BenOffers(offer => offer with { Meeting = WayOfMeeting.SameRoom });

    private static readonly Situation OnlyOnce = AnaAsksBen.AnaWants(form => form with { Pace = Pace.SomethingLonger }).BenOffers(offer => offer with { Places = Places.SingleConversations });

    public static TheoryData<string, Widening> Wishes => new()
    {
        { nameof(NoSharedHour), Widening.OtherHours },
        { nameof(OtherWays), Widening.AnotherWayOfMeeting },
        { nameof(OnlyOnce), Widening.OneConversation },
    };

    [Fact]
    public void Two_people_of_whom_nothing_is_said_suit() => Assert.True(Suits.Each(AnaAsksBen.Pairing));

    [Theory]
    [MemberData(nameof(Wishes))]
    public void A_wish_keeps_two_apart_until_the_person_asking_widens_it(string wish, Widening widening)
    {
        var apart = Of(wish);

        Assert.False(Suits.Each(apart.Pairing));
        Assert.True(Suits.Each(apart.AnaWidens(widening).Pairing));
        Assert.False(Suits.Each(apart.AnaWidens([.. Enum.GetValues<Widening>().Where(other => other != widening)]).Pairing));
    }

    [Theory]
    [MemberData(nameof(Wishes))]
    public void A_wish_does_not_keep_from_somebody_whom_one_asked_for(string wish, Widening _)
    {
        var apart = Of(wish);

        Assert.True(Suits.Each(apart.AnaWishesFor("ben").Pairing));
        Assert.False(Suits.Each(apart.AnaWishesFor("zoe").Pairing));
        Assert.True(Suits.Each(apart.AsPeers().Pairing));
        Assert.All(Enum.GetValues<InvitedAs>(), how => Assert.True(Suits.Each(apart.AnaInvites(how).Pairing)));
    }

    [Theory]
    [InlineData(WayOfMeeting.Teams, WayOfMeeting.Teams, true)]
    [InlineData(WayOfMeeting.Teams, WayOfMeeting.Any, true)]
    [InlineData(WayOfMeeting.Any, WayOfMeeting.SameRoom, true)]
    [InlineData(WayOfMeeting.Any, WayOfMeeting.Any, true)]
    [InlineData(WayOfMeeting.Teams, WayOfMeeting.WalkOrPhone, false)]
    [InlineData(WayOfMeeting.SameRoom, WayOfMeeting.Teams, false)]
    public void Ways_of_meeting(WayOfMeeting anas, WayOfMeeting bens, bool suit) =>
        Assert.Equal(suit, Suits.Each(AnaAsksBen.AnaWants(form => form with { Meeting = anas }).BenOffers(offer => offer with { Meeting = bens }).Pairing));

    [Theory]
    [InlineData(Pace.OneConversation, Places.SingleConversations, Pace.SeeAfterTheFirst, true)]
    [InlineData(Pace.SeeAfterTheFirst, Places.SingleConversations, Pace.OneConversation, true)]
    [InlineData(Pace.AFewConversations, Places.SingleConversations, Pace.SeeAfterTheFirst, false)]
    [InlineData(Pace.SomethingLonger, Places.SingleConversations, Pace.SomethingLonger, false)]
    [InlineData(Pace.AFewConversations, Places.Two, Pace.OneConversation, false)]
    [InlineData(Pace.SomethingLonger, Places.Two, Pace.OneConversation, false)]
    [InlineData(Pace.SomethingLonger, Places.One, Pace.AFewConversations, true)]
    [InlineData(Pace.SomethingLonger, Places.Three, Pace.SeeAfterTheFirst, true)]
    public void How_much_it_could_be(Pace anas, Places places, Pace bens, bool suit) =>
        Assert.Equal(suit, Suits.Each(AnaAsksBen.AnaWants(form => form with { Pace = anas }).BenOffers(offer => offer with { Places = places, Pace = bens }).Pairing));

    [Fact]
    public void Somebody_who_left_the_directory_shares_no_day() => Assert.False(Suits.Each(AnaAsksBen.BenHasLeft().Pairing));

    private static Situation Of(string wish) => wish switch
    {
        nameof(NoSharedHour) => NoSharedHour,
        nameof(OtherWays) => OtherWays,
        _ => OnlyOnce,
    };
}
