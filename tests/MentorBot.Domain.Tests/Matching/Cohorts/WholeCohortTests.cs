using System.Collections.Immutable;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Matching.Cohorts;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Requests;
using NodaTime;
using static MentorBot.Domain.Tests.Matching.Situation;
using Everyone = MentorBot.Domain.Matching.Cohorts.Cohort;

namespace MentorBot.Domain.Tests.Matching.Cohorts;

/// <summary>Everybody who waits, matched at once, for a coordinator to look at.</summary>
public sealed class WholeCohortTests
{
    private readonly List<Mentor> mentors = [];
    private readonly Dictionary<PersonId, Colleague> colleagues = [];
    private readonly Dictionary<PersonId, ImmutableHashSet<PersonId>> ended = [];
    private readonly List<Request> waiting = [];
    private readonly HashSet<PersonId> kept = [];

    [Fact]
    public void Nobody_is_given_more_people_than_they_wished_for()
    {
        Mentors("ben", Places.Two);
        Waits("ana", "chi", "dan");

        var cohort = Match();

        Assert.Equal(["ana", "chi"], cohort.Placed.Select(one => one.Request.Person.Value));
        Assert.All(cohort.Placed, one => Assert.Equal(new PersonId("ben"), one.Proposal.Mentor));
        Assert.Equal([(new PersonId("dan"), false)], cohort.NotPlaced.Select(one => (one.Request.Person, one.NobodySuits)));
    }

    [Fact]
    public void A_place_that_is_held_or_taken_is_not_given_again()
    {
        Mentors("ben", Places.Two, mentor => mentor with { Reserved = [new("held")], Taken = [new(new("taken"), new("eva"))] });
        Waits("ana");

        Assert.Empty(Match().Placed);
    }

    [Fact]
    public void More_people_placed_outweighs_who_suits_best()
    {
        Mentors("ben", Places.One, offers: offered => offered with { Themes = ["craft"] });
        Mentors("flo", Places.One);
        Waits("ana", form => form with { Themes = ["craft"] });
        Waits("chi");
        colleagues[new("chi")] = colleagues[new("chi")] with { Line = [new("flo")] };

        Assert.Equal([("ana", "flo"), ("chi", "ben")], Pairs(Match()));
    }

    [Fact]
    public void A_never_holds_and_nothing_tells_which()
    {
        Mentors("ben", Places.Three);
        Waits("ana", "chi");
        colleagues[new("ana")] = colleagues[new("ana")] with { Line = [new("ben")] };
        ended[new("chi")] = [new("ben")];

        Assert.Empty(Match().Placed);
        Assert.All(Match().NotPlaced, one => Assert.True(one.NobodySuits));
    }

    [Fact]
    public void A_wish_keeps_two_apart_as_in_a_search()
    {
        Mentors("ben", Places.SingleConversations);
        Waits("ana", form => form with { Pace = Wishes.Pace.SomethingLonger });

        Assert.True(Assert.Single(Match().NotPlaced).NobodySuits);
    }

    [Theory]
    [InlineData(MentorStanding.Paused)]
    [InlineData(MentorStanding.Resting)]
    [InlineData(MentorStanding.WaitingForCoordinator)]
    public void Only_who_is_open_is_proposed(MentorStanding standing)
    {
        Mentors("ben", Places.Three, mentor => mentor with { Standing = standing });
        Waits("ana");

        Assert.Empty(Match().Placed);
    }

    [Fact]
    public void Whoever_may_not_be_proposed_by_the_one_who_looks_is_not()
    {
        Mentors("ben", Places.Three);
        Mentors("flo", Places.One);
        kept.Add(new("ben"));
        Waits("ana", "chi");

        Assert.Equal([("ana", "flo")], Pairs(Match()));
    }

    [Fact]
    public void Who_has_left_the_directory_stays_without_anybody()
    {
        Mentors("ben", Places.Three);
        Mentors("flo", Places.Three);
        Waits("ana", "chi");
        colleagues.Remove(new("ana"));
        colleagues.Remove(new("flo"));

        Assert.Equal([("chi", "ben")], Pairs(Match()));
    }

    [Fact]
    public void Of_somebodys_several_wishes_the_oldest_takes_part()
    {
        Mentors("ben", Places.Three);
        Waits("ana");
        waiting.Insert(0, waiting[0] with { Id = new("younger"), Since = Monday });

        Assert.Equal(new RequestId("request-ana"), Assert.Single(Match().Placed).Request.Id);
        Assert.Empty(Match().NotPlaced);
    }

    [Fact]
    public void The_longest_waiting_come_first_whatever_the_order_they_are_given_in()
    {
        Mentors("ben", Places.Three);
        Waits("ana", "chi", "dan");
        var before = Match();
        waiting.Reverse();
        mentors.Reverse();

        Assert.Equal(["ana", "chi", "dan"], before.Placed.Select(one => one.Request.Person.Value));
        Assert.Equal(Pairs(before), Pairs(Match()));
        Assert.Equal(before.Fingerprint, Match().Fingerprint);
    }

    [Fact]
    public void What_was_looked_at_is_told_from_what_it_became()
    {
        Mentors("ben", Places.One);
        Waits("ana");
        var before = Match().Fingerprint;

        Waits("chi");
        var oneMoreWaits = Match().Fingerprint;
        Mentors("flo", Places.One);
        var bothHaveSomebody = Match().Fingerprint;
        waiting.Clear();

        Assert.Distinct([before, oneMoreWaits, bothHaveSomebody, Match().Fingerprint]);
        Assert.All([before, oneMoreWaits], print => Assert.Matches("^[0-9a-f]{16}$", print));
    }

    [Fact]
    public void How_many_others_would_suit_is_told_where_nothing_weighs_more()
    {
        Mentors("ben", Places.Three);
        Waits("ana", "chi", "dan");

        Assert.All(Match().Placed, one => Assert.Equal(new ThingToKnow.OthersSuit(2), one.Thing));
    }

    [Fact]
    public void A_mark_stands_for_one_person_who_waits()
    {
        var marks = Enumerable.Range(0, 1000).Select(number => Everyone.MarkOf(new($"request-{number}"))).ToList();

        Assert.Distinct(marks);
        Assert.All(marks, mark => Assert.Matches("^[0-9a-f]{8}$", mark));
    }

    private Everyone Match() => Everyone.Of(waiting, new([.. mentors], colleagues, ended), person => !kept.Contains(person), Monday + Duration.FromDays(7));

    private static IEnumerable<(string Person, string Mentor)> Pairs(Everyone cohort) => cohort.Placed.Select(one => (one.Request.Person.Value, one.Proposal.Mentor.Value));

    private void Mentors(string name, Places places, Func<Mentor, Mentor>? but = null, Func<Offered, Offered>? offers = null)
    {
        var offer = PlainOffer with { Places = places };
        var mentor = Mentor.Unknown(new(name)) with { Standing = MentorStanding.Open, Offers = offers?.Invoke(offer) ?? offer, Begun = 1 };
        mentors.Add(but?.Invoke(mentor) ?? mentor);
        colleagues.Add(new(name), new(Somebody(name), []));
    }

    private void Waits(params string[] names)
    {
        foreach (var name in names)
            Waits(name, form => form);
    }

    private void Waits(string name, Func<RequestForm, RequestForm> wish)
    {
        waiting.Add(RequestOf(name, "request-" + name) with { Form = wish(PlainForm), Since = Monday + Duration.FromHours(waiting.Count) });
        colleagues.Add(new(name), new(Somebody(name), []));
    }
}
