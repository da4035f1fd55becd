using MentorBot.Domain.Matching;
using MentorBot.Domain.Matching.Nevers;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Tests.Directory;
using static MentorBot.Domain.Tests.Matching.Situation;

namespace MentorBot.Domain.Tests.Matching;

/// <summary>Who is never introduced to whom, because of who they are to one another: a table a rule. The rest stands in <see cref="NeversForNowTests"/>.</summary>
public sealed class NeversTests
{
    [Fact]
    public void Nothing_stands_between_two_people_of_whom_nothing_is_said() => Assert.Null(Nevers.First(AnaAsksBen.Pairing));

    [Fact]
    public void The_rules_stand_in_their_order() => Assert.Equal(
        "Oneself, NotHere, OwnReportingLine, ReportToTheSame, WorksTogether, OnAList, NotOpen, NoFreePlace, NoCommonLanguage, EndedByChoice, AlreadyTogether, NotAgainForThis",
        string.Join(", ", Nevers.InOrder.Select(never => never.Name)));

    [Fact]
    public void Every_rule_that_there_is_stands_in_the_order() => Assert.Equal(
        typeof(Never).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Never))).Select(type => type.Name).Order(),
        Nevers.InOrder.Select(never => never.Name).Order());

    [Fact]
    public void Of_several_rules_the_first_in_the_order_is_named() =>
        Assert.IsType<OwnReportingLine>(Nevers.First(AnaAsksBen.NotAgain("ben").ItEndedByChoice().AnaReportsTo("ben").Pairing));

    [Fact]
    public void Nothing_that_somebody_widens_lifts_a_never()
    {
        var widest = AnaAsksBen.AnaWidens(Enum.GetValues<Widening>());

        widest.AnaReportsTo("ben").Is<OwnReportingLine>(true);
        widest.AnaWouldRatherNotMeet("ben").Is<OnAList>(true);
        widest.BenWouldRatherNotMeet("ana").Is<OnAList>(true);
        widest.BenMentors("zoe", "yan").Is<NoFreePlace>(true);
        widest.ItEndedByChoice().Is<EndedByChoice>(true);
    }

    [Theory]
    [InlineData("ana", true)]
    [InlineData("ben", false)]
    [InlineData("Ana", false)]
    [InlineData("ana2", false)]
    public void Oneself(string whom, bool forbidden) => AnaAsksBen.AnaAsks(whom).Is<Oneself>(forbidden);

    [Fact]
    public void Somebody_who_has_left_the_directory() => AnaAsksBen.BenHasLeft().Is<NotHere>(true);

    [Theory]

    // Mira leads Leila and Omar, Leila leads Ana, Ana leads Tom, Tom leads Tina, Omar leads Ben; Zoe is nobody's.
    [InlineData("ana", "leila", true)]
    [InlineData("ana", "mira", true)]
    [InlineData("ana", "tom", true)]
    [InlineData("ana", "tina", true)]
    [InlineData("mira", "tina", true)]
    [InlineData("tina", "mira", true)]
    [InlineData("ana", "omar", false)]
    [InlineData("ana", "ben", false)]
    [InlineData("tina", "ben", false)]
    [InlineData("ana", "zoe", false)]
    [InlineData("zoe", "mira", false)]
    public void Anybody_of_ones_own_reporting_line_at_any_depth_either_way(string who, string whom, bool forbidden) => InTown("""
        mira
        leila under mira
        omar under mira
        ana under leila
        tom under ana
        tina under tom
        ben under omar
        zoe
        """, who, whom).Is<OwnReportingLine>(forbidden);

    [Theory]
    [InlineData("person0", "person40", true)]
    [InlineData("person40", "person0", true)]
    [InlineData("person17", "person39", true)]
    [InlineData("person40", "zoe", false)]
    [InlineData("person40", "person4", true)]
    public void A_line_forty_levels_deep(string who, string whom, bool forbidden)
    {
        var lines = Enumerable.Range(0, 41).Select(level => level == 0 ? "person0" : $"person{level} under person{level - 1}");

        InTown(string.Join('\n', lines.Append("zoe")), who, whom).Is<OwnReportingLine>(forbidden);
    }

    [Theory]

    // The directory has it that Mira reports to Tom, who is two below her.
    [InlineData("mira", "tom", true)]
    [InlineData("tom", "mira", true)]
    [InlineData("ana", "tom", true)]
    [InlineData("tina", "mira", true)]
    [InlineData("mira", "tina", true)]
    [InlineData("tina", "zoe", false)]
    [InlineData("zoe", "ana", false)]
    public void A_line_with_a_cycle_in_it(string who, string whom, bool forbidden) => InTown("""
        mira under tom
        ana under mira
        tom under ana
        tina under tom
        zoe
        """, who, whom).Is<OwnReportingLine>(forbidden);

    [Fact]
    public void Somebody_who_reports_to_themselves_is_in_nobody_elses_line() => AnaAsksBen.AnaReportsTo("ana").BenReportsTo("ben").Is<OwnReportingLine>(false);

    [Theory]
    [InlineData("mira", "mira", true)]
    [InlineData("mira", "omar", false)]
    [InlineData("mira", "", false)]
    [InlineData("", "mira", false)]
    [InlineData("", "", false)]
    public void Two_who_report_to_the_same_manager(string anas, string bens, bool forbidden) =>
        AnaAsksBen.AnaReportsTo(Words(anas)).BenReportsTo(Words(bens)).Is<ReportToTheSame>(forbidden);

    [Fact]
    public void The_same_manager_two_levels_up_is_no_hindrance() =>
        AnaAsksBen.AnaReportsTo("leila", "mira").BenReportsTo("omar", "mira").Is<ReportToTheSame>(false);

    [Theory]
    [InlineData("ben", "", true)]
    [InlineData("", "ana", true)]
    [InlineData("zoe ben", "zoe ana", true)]
    [InlineData("zoe", "zoe", false)]
    [InlineData("", "", false)]
    public void Two_with_a_declared_link_to_the_daily_work_in_either_direction(string anas, string bens, bool forbidden) =>
        AnaAsksBen.AnaWorksWith(Words(anas)).BenWorksWith(Words(bens)).Is<WorksTogether>(forbidden);

    [Theory]
    [InlineData("ben", "", true)]
    [InlineData("", "ana", true)]
    [InlineData("zoe ben", "", true)]
    [InlineData("ben", "ana", true)]
    [InlineData("zoe", "zoe", false)]
    [InlineData("ana", "ben", false)]
    [InlineData("", "", false)]
    public void Anyone_on_a_list_of_either(string anas, string bens, bool forbidden) =>
        AnaAsksBen.AnaWouldRatherNotMeet(Words(anas)).BenWouldRatherNotMeet(Words(bens)).Is<OnAList>(forbidden);

    [Fact]
    public void Who_offers_nothing_has_no_list() => AnaAsksBen.BenOffersNothing().AnaInvites(InvitedAs.ByTurns).Is<OnAList>(false);

    /// <summary>Two people of a small town in which <paramref name="lines"/> say who reports to whom, the lines above them read as the directory reads them.</summary>
    private static Situation InTown(string lines, string who, string whom)
    {
        var town = new SmallOrganisation(lines);
        var above = (Who: town.LineAbove(new(who)), Whom: town.LineAbove(new(whom)));

        // Only the lines are looked at here, not the nearest manager: two of a team would be forbidden anyway.
        return AnaAsksBen.AnaAsks(whom) with
        {
            Ana = Somebody(who),
            Request = RequestOf(who),
            AnasLine = above.Who,
            BensLine = above.Whom,
        };
    }
}
