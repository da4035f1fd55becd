using MentorBot.Domain.Matching;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Requests;
using static MentorBot.Domain.Tests.Matching.Situation;

namespace MentorBot.Domain.Tests.Matching;

public sealed class ThingsTests
{
    private static readonly Situation LastPlace = AnaAsksBen.BenMentors("zoe");

    private static readonly Situation FewHours = AnaAsksBen.BenWorks("15:00-20:00");

    private static readonly Situation NoTheme = AnaAsksBen.AnaWants(form => form with { Themes = ["craft"] });

    private static readonly Situation First = AnaAsksBen with { Mentor = AnaAsksBen.Mentor with { Begun = 0 } };

    [Fact]
    public void Often_there_is_nothing_to_know() => Assert.Null(About(AnaAsksBen));

    [Fact]
    public void Each_thing_is_said_where_it_holds()
    {
        Assert.Equal(new ThingToKnow.LastFreePlace(), About(LastPlace));
        Assert.Equal(new ThingToKnow.FewSharedHours(2), About(FewHours));
        Assert.Equal(new ThingToKnow.NoSharedTheme(), About(NoTheme));
        Assert.Equal(new ThingToKnow.FirstAsMentor(), About(First));
        Assert.Equal(new ThingToKnow.OthersSuit(4), About(AnaAsksBen, others: 4));
    }

    [Fact]
    public void Of_several_the_most_important_is_said()
    {
        var all = First.AnaWants(form => form with { Themes = ["craft"] }).BenWorks("15:00-20:00").BenMentors("zoe");

        Assert.IsType<ThingToKnow.LastFreePlace>(About(all, others: 4));
        Assert.IsType<ThingToKnow.FewSharedHours>(About(all.BenMentors(), others: 4));
        Assert.IsType<ThingToKnow.NoSharedTheme>(About(all.BenMentors().BenWorks("09:00-17:00"), others: 4));
        Assert.IsType<ThingToKnow.FirstAsMentor>(About(First, others: 4));
    }

    [Theory]
    [InlineData(Places.One, "", false)]
    [InlineData(Places.SingleConversations, "", false)]
    [InlineData(Places.Two, "", false)]
    [InlineData(Places.Two, "zoe", true)]
    [InlineData(Places.Three, "zoe", false)]
    [InlineData(Places.Three, "zoe yan", true)]
    public void A_last_place_is_one_of_several(Places places, string people, bool isLast) =>
        Assert.Equal(isLast ? new ThingToKnow.LastFreePlace() : null, About(AnaAsksBen.BenOffers(offer => offer with { Places = places }).BenMentors(Words(people))));

    [Theory]
    [InlineData("17:00-20:00", 0)]
    [InlineData("16:00-20:00", 1)]
    [InlineData("15:00-20:00", 2)]
    [InlineData("14:00-20:00", null)]
    public void Two_hours_are_few_and_three_are_enough(string bens, int? few) =>
        Assert.Equal(few is { } hours ? new ThingToKnow.FewSharedHours(hours) : null, About(AnaAsksBen.BenWorks(bens)));

    [Theory]
    [InlineData("", "craft", false)]
    [InlineData("in-person", "craft", false)]
    [InlineData("something-else", "", false)]
    [InlineData("craft", "anything", true)]
    [InlineData("craft in-person", "", true)]
    [InlineData("craft change", "change", false)]
    public void No_theme_in_common_is_said_only_where_themes_were_named(string anas, string bens, bool said) => Assert.Equal(
        said ? new ThingToKnow.NoSharedTheme() : null,
        About(AnaAsksBen.AnaWants(form => form with { Themes = [.. Words(anas)] }).BenOffers(offer => offer with { Themes = [.. Words(bens)] })));

    [Fact]
    public void Somebody_who_talks_as_an_equal_has_no_first_time_as_a_mentor() => Assert.Null(About(First.AsPeers()));

    [Fact]
    public void Fewer_than_three_are_said_to_be_few()
    {
        var one = AnaAsksBen.Score();

        Assert.Null(Things.AboutAll([]));
        Assert.Equal(new ThingToKnow.OnlySoMany(1), Things.AboutAll([one]));
        Assert.Equal(new ThingToKnow.OnlySoMany(2), Things.AboutAll([one, one]));
        Assert.Null(Things.AboutAll([one, one, one]));
    }

    private static ThingToKnow? About(Situation situation, int others = 0) => Things.About(situation.Pairing, situation.Score(), others);
}
