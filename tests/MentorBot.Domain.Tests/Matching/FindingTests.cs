using System.Collections.Immutable;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Wishes;
using static MentorBot.Domain.Tests.Matching.Situation;

namespace MentorBot.Domain.Tests.Matching;

public sealed class FindingTests
{
    private static readonly Situation AnaAsksForCraft = AnaAsksBen.AnaWants(form => form with { Themes = ["craft", "change"] });

    [Fact]
    public void Nobody_is_found_where_nobody_is() => Assert.Equal("", Found(AnaAsksBen));

    [Fact]
    public void At_most_three_are_found_the_best_first() => Assert.Equal("both craft hours", Found(
        AnaAsksForCraft,
        AnaAsksForCraft.AnaAsks("few").BenWorks("15:00-20:00"),
        AnaAsksForCraft.AnaAsks("craft").BenOffers(offer => offer with { Themes = ["craft"] }),
        AnaAsksForCraft.AnaAsks("hours"),
        AnaAsksForCraft.AnaAsks("both").BenOffers(offer => offer with { Themes = ["craft", "change"] })));

    [Fact]
    public void Who_may_never_meet_or_does_not_suit_is_not_found_however_well_they_would_match() => Assert.Equal("plain", Found(
        AnaAsksForCraft,
        AnaAsksForCraft.AnaAsks("plain"),
        AnaAsksForCraft.AnaAsks("line").BenReportsTo("mira", "ana").BenOffers(offer => offer with { Themes = ["craft", "change"] }),
        AnaAsksForCraft.AnaAsks("paused").BenIs(MentorStanding.Paused).BenOffers(offer => offer with { Themes = ["craft"] }),
        AnaAsksForCraft.AnaAsks("ended").ItEndedByChoice(),
        AnaAsksForCraft.AnaAsks("gone").BenHasLeft(),
        AnaAsksForCraft.AnaAsks("night").BenWorks("22:00-06:00").BenOffers(offer => offer with { Themes = ["craft", "change"] })));

    [Fact]
    public void A_peer_is_found_beside_mentors_and_only_as_a_peer()
    {
        var peer = AnaAsksBen.AnaAsks("zoe").BenOffersNothing();

        Assert.Equal("zoe", Found(AnaAsksBen, peer.AsPeers()));
        Assert.Equal("", Found(AnaAsksBen, peer));
    }

    [Fact]
    public void Somebody_who_is_both_a_mentor_and_looking_is_found_once()
    {
        var zoe = AnaAsksBen.AnaAsks("zoe");

        Assert.Equal("zoe", Found(AnaAsksBen, zoe, zoe.AsPeers()));
    }

    [Fact]
    public void Whoever_is_wished_for_is_among_them_though_others_match_better()
    {
        var ana = AnaAsksForCraft.AnaWishesFor("wished");
        var better = Enumerable.Range(1, 5).Select(nth => ana.AnaAsks($"better{nth}").BenOffers(offer => offer with { Themes = ["craft", "change"], Help = [Help.Direction] }));
        var wished = ana.AnaAsks("wished").BenWorks("22:00-06:00").BenMentors("zoe").BenOffers(offer => offer with { Meeting = WayOfMeeting.SameRoom });

        var found = Found(ana, [.. better, wished]).Split(' ');

        Assert.Equal((3, "wished"), (found.Length, found[^1]));
        Assert.All(found[..2], one => Assert.StartsWith("better", one, StringComparison.Ordinal));
    }

    [Fact]
    public void A_wish_by_name_opens_nobody_who_may_not_be_met()
    {
        var ana = AnaAsksBen.AnaWishesFor("wished");

        Assert.Equal("other", Found(ana, ana.AnaAsks("other"), ana.AnaAsks("wished").AnaReportsTo("wished")));
    }

    [Fact]
    public void Among_those_who_suit_alike_each_request_has_its_own_order_and_keeps_it()
    {
        var alike = Enumerable.Range(1, 6).Select(nth => AnaAsksBen.AnaAsks($"mentor{nth}")).ToArray();
        var first = Enumerable.Range(1, 300).Select(nth => FirstFor($"request-{nth}")).ToArray();

        Assert.Equal(first, Enumerable.Range(1, 300).Select(nth => FirstFor($"request-{nth}")));
        Assert.All(first.CountBy(name => name), times => Assert.InRange(times.Value, 20, 90));
        Assert.Equal(6, first.Distinct().Count());

        string FirstFor(string request) => Found(AnaAsksBen with { Request = RequestOf("ana", request) }, alike).Split(' ')[0];
    }

    /// <summary>Written down once, so that another machine or a later version that drew otherwise would be noticed.</summary>
    [Fact]
    public void The_lot_is_the_same_on_every_machine() => Assert.Equal(
        "mentor1 mentor3 mentor2", Found(AnaAsksBen, [.. Enumerable.Range(1, 3).Select(nth => AnaAsksBen.AnaAsks($"mentor{nth}"))]));

    [Fact]
    public void A_pick_by_hand_or_a_yes_looks_past_wishes_and_never_past_a_never()
    {
        Assert.True(Finding.MayMeet(AnaAsksBen.BenWorks("22:00-06:00").Pairing));
        Assert.False(Finding.MayMeet(AnaAsksBen.BenWouldRatherNotMeet("ana").Pairing));
    }

    [Fact]
    public void What_was_asked_can_be_answered_while_the_place_is_held_for_it()
    {
        var asked = AnaAsksBen.BenOffers(offer => offer with { Places = Places.One }).BenHolds("match-1").AnaHasAsked("match-1");

        Assert.True(Finding.MayMeet(asked.Pairing));
        Assert.False(Finding.MayMeet(asked.AnaReportsTo("ben").Pairing));
        Assert.False(Finding.MayMeet(asked.BenIs(MentorStanding.Paused).Pairing));
        Assert.False(Finding.MayMeet(asked.BenHasLeft().Pairing));
    }

    private static string Found(Situation ana, params Situation[] others)
    {
        var line = others.Select(other => other.AnasLine).FirstOrDefault(line => !line.IsEmpty, []);
        var pairings = others.Select(other => other.Pairing with { Request = ana.Request, Asking = ana.Asking with { Line = line }, Now = ana.Now });
        return string.Join(' ', Finding.UpToThree(ana.Request, pairings).Select(proposal => proposal.Mentor));
    }
}
