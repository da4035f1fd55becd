using System.Collections.Immutable;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Tests.Directory;
using static MentorBot.Domain.Tests.Offers.Situations;

namespace MentorBot.Domain.Tests.Offers;

public sealed class TryOutPartnerTests
{
    private static readonly SmallOrganisation People = new("""
        mira speaks en
        leila under mira speaks en pt
        ana under leila speaks pt en
        tom under ana speaks en
        tina under tom speaks en
        ben speaks en
        chidi speaks pt
        yuki speaks ja
        noor speaks en
        sam speaks en
        """);

    [Fact]
    public async Task Somebody_who_mentors_is_asked() => Assert.Equal("ben", await PartnerOf("ana", ["ben"]));

    [Theory]
    [InlineData("leila")]
    [InlineData("mira")]
    [InlineData("tom")]
    [InlineData("tina")]
    public async Task Nobody_of_ones_own_line_is_asked_at_any_depth_either_way(string mentor)
    {
        Assert.Equal("noor", await PartnerOf("ana", [mentor]));
        Assert.Equal("ben", await PartnerOf("ana", [mentor, "ben"]));
    }

    [Fact]
    public async Task One_does_not_try_it_out_with_oneself() => Assert.Equal("noor", await PartnerOf("ana", ["ana"]));

    [Fact]
    public async Task The_two_need_a_language_in_common()
    {
        Assert.Equal("chidi", await PartnerOf("ana", ["yuki", "chidi"]));
        Assert.Equal("noor", await PartnerOf("ben", ["yuki", "chidi"]));
    }

    [Theory]
    [InlineData(MentorStanding.WaitingForCoordinator)]
    [InlineData(MentorStanding.Paused)]
    public async Task Only_mentors_who_are_open_are_asked(MentorStanding standing) =>
        Assert.Equal("noor", await PartnerOf("ana", [Mentor.Unknown(Ben) with { Standing = standing }]));

    [Fact]
    public async Task A_mentor_who_has_left_the_directory_is_passed_over() => Assert.Equal("ben", await PartnerOf("ana", ["gone", "ben"]));

    [Fact]
    public async Task Nobody_is_asked_again()
    {
        Assert.Equal("chidi", await PartnerOf("ana", ["ben", "chidi"], notAgain: "ben"));
        Assert.Equal("noor", await PartnerOf("ana", ["ben", "chidi"], notAgain: "ben chidi"));
    }

    [Fact]
    public async Task Coordinators_stand_in_then_deputies_then_nobody_is_left()
    {
        Assert.Equal("noor", await PartnerOf("ana", [""]));
        Assert.Equal("sam", await PartnerOf("ana", [""], notAgain: "noor"));
        Assert.Null(await PartnerOf("ana", [""], notAgain: "noor sam"));
    }

    [Fact]
    public async Task A_coordinator_does_not_stand_in_for_themselves() => Assert.Equal("sam", await PartnerOf("noor", [""]));

    [Fact]
    public async Task Nobody_is_found_for_somebody_whom_the_directory_does_not_know() => Assert.Null(await PartnerOf("gone", ["ben"]));

    [Fact]
    public async Task Equal_numbers_choose_alike_and_all_numbers_together_spread_the_asking()
    {
        string[] mentors = ["ben", "chidi", "noor", "sam"];
        var chosen = new List<string?>();
        foreach (var spread in new[] { 0, 1, 2, 3, 4, 5, 6, 7, -1, -2, -3, -4, int.MinValue, int.MaxValue })
        {
            chosen.Add(await PartnerOf("ana", mentors, spread: spread));
            Assert.Equal(chosen[^1], await PartnerOf("ana", mentors, spread: spread));
        }

        Assert.Equal(mentors.Order(), chosen.OfType<string>().Distinct().Order());
    }

    private static Task<string?> PartnerOf(string person, string[] open, string notAgain = "", int spread = 0) =>
        PartnerOf(person, [.. open.Where(name => name != "").Select(name => Mentor.Unknown(new(name)) with { Standing = MentorStanding.Open })], notAgain, spread);

    private static async Task<string?> PartnerOf(string person, Mentor[] mentors, string notAgain = "", int spread = 0)
    {
        var partners = new TryOutPartner(new ListOfMentors(mentors), People, new LookedAfterBy(Noor, Sam));
        var not = notAgain.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => new PersonId(name));
        return (await partners.For(new(person), [.. not], spread, default))?.Value;
    }

    private sealed class ListOfMentors(Mentor[] mentors) : IMentors
    {
        public Task<ImmutableArray<Mentor>> All(CancellationToken cancellationToken) => Task.FromResult(mentors.ToImmutableArray());

        public Task<Mentor?> Find(PersonId person, CancellationToken cancellationToken) => Task.FromResult(mentors.FirstOrDefault(mentor => mentor.Person == person));
    }

    private sealed class LookedAfterBy(PersonId coordinator, PersonId deputy) : IReviewers
    {
        private readonly MentoringProgramme programme = new(new("contoso"), "", [], [coordinator], [deputy], "", "", "", 180, Terms, new(3, 5, 5, 5, 3, 90, 7, 30, 2));

        public Task<Reviewers> Of(PersonId person, CancellationToken cancellationToken) => Task.FromResult(Reviewers.Of(programme, person, People.LineAbove));

        public Task<Reviewers> Of(ImmutableArray<PersonId> touched, CancellationToken cancellationToken) => Of(touched[0], cancellationToken);
    }
}
