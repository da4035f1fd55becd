using MentorBot.Domain.Matching;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Wishes;
using NodaTime;
using static MentorBot.Domain.Tests.Matching.Situation;

namespace MentorBot.Domain.Tests.Matching;

public sealed class ScoreTests
{
    /// <summary>A pair that has every reason at once, and time for it.</summary>
    private static readonly Situation Best = AnaAsksBen
        .AnaWishesFor("ben")
        .AnaWants(form => form with
        {
            Themes = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"],
            Help = [.. Enum.GetValues<HelpWanted>()],
            Soon = HowSoon.ThisWeek,
            AtEaseWith = AtEaseWith.WorkLikeMine,
            Languages = ["en", "pt"],
            Meeting = WayOfMeeting.WalkOrPhone,
        })
        .BenOffers(offer => offer with
        {
            Themes = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", OfferForm.Anything],
            Help = [.. Enum.GetValues<Help>()],
            AtShortNotice = true,
            AtEaseWith = AtEaseWith.WorkLikeMine,
            Languages = ["en", "pt"],
            Meeting = WayOfMeeting.WalkOrPhone,
        })
        .AnaWorksIn("Finance").BenWorksIn("Finance");

    [Fact]
    public void Two_people_of_whom_nothing_is_said_have_hours_and_time() => Assert.Equal("SharedHours 8, HasTime", Reasons(AnaAsksBen));

    [Fact]
    public void Reasons_come_in_the_order_in_which_they_are_worth_reading()
    {
        var reasons = Best.Score().Reasons;

        Assert.Equal(reasons.OrderBy(reason => reason.Kind), reasons);
        Assert.Equal(Enum.GetValues<ReasonKind>().Except([ReasonKind.DifferentWork, ReasonKind.LooksToo]), reasons.Select(reason => reason.Kind).Distinct());
    }

    [Fact]
    public void The_best_that_could_be_stays_below_the_most_even_after_a_long_wait()
    {
        Assert.InRange(Best.Score().Score + Weights.MostDaysOfWaiting, Weights.Best - 50, Weights.Best);
        Assert.InRange(Best.AsPeers().Score().Score + Weights.MostDaysOfWaiting, 0, Weights.Best);
    }

    [Fact]
    public void Every_reason_has_points() => Assert.DoesNotContain(Best.Score().Reasons, reason => reason.Points <= 0);

    [Theory]
    [InlineData("craft", "craft", "Theme craft")]
    [InlineData("craft change", "change care craft", "Theme craft, Theme change")]
    [InlineData("craft", "care", "")]
    [InlineData("", "craft", "")]
    [InlineData("something-else", "something-else", "")]
    [InlineData("in-person", "anything", "")]
    [InlineData("craft", "anything", "")]
    public void A_theme_that_both_chose(string anas, string bens, string reasons) => Assert.Equal(reasons, Reasons(Themes(anas, bens), ReasonKind.Theme));

    [Fact]
    public void Two_themes_count_fully_and_more_hardly_further()
    {
        var points = new[] { "", "a", "a b", "a b c", "a b c d" }.Select(themes => Themes("a b c d", themes).Score().Score).ToArray();

        Assert.Equal([Weights.Theme, Weights.Theme, Weights.FurtherTheme, Weights.FurtherTheme], points.Zip(points.Skip(1), (fewer, more) => more - fewer));
    }

    [Theory]
    [InlineData("anything")]
    [InlineData("something-else")]
    public void Open_to_other_topics_helps_a_little_once_topics_close_by_are_fine(string bens)
    {
        Assert.Equal(Themes("craft", "").Score(), Themes("craft", bens).Score());
        Assert.Equal(Weights.OpenToTopics, Themes("craft", bens).AnaWidens(Widening.TopicsCloseToMine).Score().Score - Themes("craft", bens).Score().Score);
        Assert.Equal(Themes("craft", "craft").Score(), Themes("craft", "craft " + bens).AnaWidens(Widening.TopicsCloseToMine).Score());
    }

    [Theory]
    [InlineData(HelpWanted.SomeoneToThinkWith, Help.SomeoneToThinkWith)]
    [InlineData(HelpWanted.Advice, Help.Advice)]
    [InlineData(HelpWanted.Skill, Help.Skill)]
    [InlineData(HelpWanted.Direction, Help.Direction)]
    [InlineData(HelpWanted.AnotherView, Help.AnotherView)]
    [InlineData(HelpWanted.Introductions, Help.Introductions)]
    [InlineData(HelpWanted.SomeoneWhoListens, Help.SomeoneWhoListens)]
    public void Help_that_is_looked_for_and_offered(HelpWanted wanted, Help offered)
    {
        Assert.Equal($"Help {wanted}", Reasons(HelpOf([wanted], [offered]), ReasonKind.Help));
        Assert.Equal($"Help {wanted}", Reasons(HelpOf([HelpWanted.NotKnownYet, wanted], [offered]), ReasonKind.Help));
        Assert.All(Enum.GetValues<Help>().Except([offered, Help.WhateverIsNeeded]), other => Assert.Equal("", Reasons(HelpOf([wanted], [other]), ReasonKind.Help)));
    }

    [Fact]
    public void Whatever_is_needed_is_best_for_who_does_not_know_yet_and_less_than_the_very_kind()
    {
        var forOneWhoKnows = HelpOf([HelpWanted.Advice], [Help.WhateverIsNeeded]);
        var forOneWhoDoesNot = HelpOf([HelpWanted.NotKnownYet], [Help.WhateverIsNeeded]);

        Assert.Equal("Help", Reasons(forOneWhoKnows, ReasonKind.Help));
        Assert.Equal("Help", Reasons(forOneWhoDoesNot, ReasonKind.Help));
        Assert.True(forOneWhoDoesNot.Score().Score > forOneWhoKnows.Score().Score);
        Assert.True(forOneWhoKnows.Score().Score < HelpOf([HelpWanted.Advice], [Help.Advice]).Score().Score);
        Assert.Equal("Help Advice, Help", Reasons(HelpOf([HelpWanted.Advice], [Help.Advice, Help.WhateverIsNeeded]), ReasonKind.Help));
    }

    [Fact]
    public void Who_did_not_say_that_they_are_open_to_anything_is_not_said_to_be() => Assert.Equal("", Reasons(HelpOf([HelpWanted.NotKnownYet], [Help.Skill]), ReasonKind.Help));

    [Theory]
    [InlineData(AtEaseWith.WorkLikeMine, "Finance", "finance ", ReasonKind.SimilarWork)]
    [InlineData(AtEaseWith.WorkLikeMine, "Finance", "Care", null)]
    [InlineData(AtEaseWith.DifferentWork, "Finance", "Care", ReasonKind.DifferentWork)]
    [InlineData(AtEaseWith.DifferentWork, "Finance", "Finance", null)]
    [InlineData(AtEaseWith.Anyone, "Finance", "Finance", null)]
    [InlineData(AtEaseWith.WorkLikeMine, "", "", null)]
    [InlineData(AtEaseWith.DifferentWork, "Finance", "", null)]
    public void Work_like_mine_or_different_as_wished(AtEaseWith wish, string anas, string bens, ReasonKind? reason)
    {
        var wished = AnaAsksBen.AnaWorksIn(anas).BenWorksIn(bens).AnaWants(form => form with { AtEaseWith = wish });
        ReasonKind[] work = [ReasonKind.SimilarWork, ReasonKind.DifferentWork];

        Assert.Equal(reason?.ToString() ?? "", Reasons(wished, work));
        Assert.Equal("", Reasons(wished.AnaWidens(Widening.EitherWork), work));
    }

    [Theory]
    [InlineData(AtEaseWith.Anyone, "Care", true)]
    [InlineData(AtEaseWith.Anyone, "Finance", true)]
    [InlineData(AtEaseWith.WorkLikeMine, "Finance", true)]
    [InlineData(AtEaseWith.WorkLikeMine, "Care", false)]
    [InlineData(AtEaseWith.DifferentWork, "Care", true)]
    [InlineData(AtEaseWith.DifferentWork, "Finance", false)]
    public void The_mentors_own_wish_about_work_counts_as_well(AtEaseWith wish, string bens, bool met)
    {
        var hasTime = AnaAsksBen.AnaWorksIn("Finance").BenWorksIn(bens).BenOffers(offer => offer with { AtEaseWith = wish }).Score().Reasons[^1];

        Assert.Equal(new(ReasonKind.HasTime, Weights.HasTime + Weights.FairLoad + (met ? Weights.MentorAtEase : 0)), hasTime);
    }

    [Theory]
    [InlineData(HowSoon.ThisWeek, true, true)]
    [InlineData(HowSoon.ThisWeek, false, false)]
    [InlineData(HowSoon.NextWeeks, true, false)]
    [InlineData(HowSoon.NoHurry, true, false)]
    public void Short_notice_where_it_is_pressing(HowSoon soon, bool atShortNotice, bool counts) => Assert.Equal(
        counts ? "ShortNotice" : "",
        Reasons(AnaAsksBen.AnaWants(form => form with { Soon = soon }).BenOffers(offer => offer with { AtShortNotice = atShortNotice }), ReasonKind.ShortNotice));

    [Theory]
    [InlineData("17:00-20:00", "", 0)]
    [InlineData("16:00-20:00", "SharedHours 1", 1)]
    [InlineData("11:00-20:00", "SharedHours 6", 6)]
    [InlineData("09:00-17:00", "SharedHours 8", 6)]
    public void Each_shared_hour_counts_up_to_six_and_is_said_as_it_is(string bens, string reason, int counted)
    {
        var shared = AnaAsksBen.BenWorks(bens);

        Assert.Equal(reason, Reasons(shared, ReasonKind.SharedHours));
        Assert.Equal(counted * Weights.SharedHour, shared.Score().Reasons.Where(one => one.Kind == ReasonKind.SharedHours).Sum(one => one.Points));
    }

    [Theory]
    [InlineData("en", "en", "")]
    [InlineData("en-GB", "en-US", "")]
    [InlineData("en pt", "pt en", "Language pt")]
    [InlineData("en pt-BR", "pt-PT en", "Language pt")]
    [InlineData("en pt-BR", "pt-BR", "Language pt-BR")]
    [InlineData("en fr de", "de fr", "Language fr")]
    [InlineData("en de", "en fr", "")]
    public void A_language_beside_the_one_that_everybody_shares(string anas, string bens, string reason) => Assert.Equal(reason, Reasons(
        AnaAsksBen.AnaWants(form => form with { Languages = [.. Words(anas)] }).BenOffers(offer => offer with { Languages = [.. Words(bens)] }), ReasonKind.Language));

    [Theory]
    [InlineData(WayOfMeeting.SameRoom, WayOfMeeting.SameRoom, "Meeting SameRoom")]
    [InlineData(WayOfMeeting.SameRoom, WayOfMeeting.Any, "")]
    [InlineData(WayOfMeeting.Any, WayOfMeeting.Any, "")]
    [InlineData(WayOfMeeting.Teams, WayOfMeeting.SameRoom, "")]
    public void The_same_way_of_meeting_that_both_named(WayOfMeeting anas, WayOfMeeting bens, string reason) => Assert.Equal(reason, Reasons(
        AnaAsksBen.AnaWants(form => form with { Meeting = anas }).BenOffers(offer => offer with { Meeting = bens }), ReasonKind.Meeting));

    [Fact]
    public void Somebody_who_looks_too_has_no_offer_and_still_reasons() =>
        Assert.Equal("WishedFor, SharedHours 8, LooksToo", Reasons(AnaAsksBen.BenOffersNothing().AnaWishesFor("ben").AsPeers()));

    [Fact]
    public void The_more_places_are_free_the_more_a_mentor_has_time()
    {
        var free = new[] { "", "zoe", "zoe yan", "zoe yan xi" }
            .Select(people => AnaAsksBen.BenOffers(offer => offer with { Places = Places.Three }).BenMentors(Words(people)).Score().Score)
            .ToArray();

        Assert.Equal(free.OrderDescending().Distinct(), free);
    }

    [Fact]
    public void A_place_held_counts_like_a_place_taken() => Assert.Equal(AnaAsksBen.BenMentors("zoe").Score(), AnaAsksBen.BenHolds("match-9").Score());

    [Fact]
    public void How_often_somebody_mentored_or_was_silent_counts_nothing() =>
        Assert.Equal(AnaAsksBen.Score(), (AnaAsksBen with { Mentor = AnaAsksBen.Mentor with { Begun = 40, Silences = 1 } }).Score());

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(23, 0)]
    [InlineData(24, 1)]
    [InlineData(24 * 9, 9)]
    [InlineData(24 * 400, 30)]
    public void A_wait_counts_a_little_each_day_for_a_month(int hours, int points) =>
        Assert.Equal(points, Score.WaitingPoints(AnaAsksBen.Request, Monday + Duration.FromHours(hours)));

    private static Situation Themes(string anas, string bens) =>
        AnaAsksBen.AnaWants(form => form with { Themes = [.. Words(anas)] }).BenOffers(offer => offer with { Themes = [.. Words(bens)] });

    private static Situation HelpOf(HelpWanted[] wanted, Help[] offered) =>
        AnaAsksBen.AnaWants(form => form with { Help = [.. wanted] }).BenOffers(offer => offer with { Help = [.. offered] });

    /// <summary>Such as "Theme craft, HasTime": all of them, or those of these kinds.</summary>
    private static string Reasons(Situation situation, params ReasonKind[] kinds) => string.Join(", ", situation.Score().Reasons
        .Where(reason => kinds.Length == 0 || kinds.Contains(reason.Kind))
        .Select(reason => $"{reason.Kind} {reason.About}".TrimEnd()));
}
