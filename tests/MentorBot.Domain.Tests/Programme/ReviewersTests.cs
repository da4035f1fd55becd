using System.Collections.Immutable;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Tests.Directory;

namespace MentorBot.Domain.Tests.Programme;

public sealed class ReviewersTests
{
    private static readonly SmallOrganisation People = new("""
        mira
        leila under mira
        ana under leila
        tom under ana
        noor
        nils under noor
        sam
        """);

    [Theory]

    // coordinators · deputies · of whom · asked at once · asked after the date
    [InlineData("noor", "sam", "ana", "noor", "sam")]
    [InlineData("noor sam", "", "ana", "noor sam", "")]
    [InlineData("noor ana", "sam", "ana", "noor", "sam")]
    [InlineData("noor leila", "sam", "ana", "noor", "sam")]
    [InlineData("noor mira", "sam", "ana", "noor", "sam")]
    [InlineData("noor tom", "sam", "ana", "noor", "sam")]
    [InlineData("noor tom", "sam", "mira", "noor", "sam")]
    [InlineData("noor", "sam leila ana tom", "ana", "noor", "sam")]
    public void Never_oneself_and_nobody_of_ones_line_at_any_depth_either_way(string coordinators, string deputies, string person, string first, string later) =>
        Asked(coordinators, deputies, person, first, later);

    [Theory]
    [InlineData("ana", "sam", "ana", "sam", "")]
    [InlineData("mira", "sam", "ana", "sam", "")]
    [InlineData("mira leila", "sam noor", "tom", "sam noor", "")]
    public void Where_every_coordinator_is_too_close_the_deputies_stand_in(string coordinators, string deputies, string person, string first, string later) =>
        Asked(coordinators, deputies, person, first, later);

    [Theory]
    [InlineData("mira", "leila", "ana", "mira", "leila")]
    [InlineData("ana mira", "leila", "ana", "mira", "leila")]
    [InlineData("ana", "leila", "ana", "leila", "")]
    public void Where_everybody_is_too_close_somebody_of_the_line_is_better_than_nobody(string coordinators, string deputies, string person, string first, string later) =>
        Asked(coordinators, deputies, person, first, later);

    [Theory]
    [InlineData("ana", "", "ana")]
    [InlineData("ana", "ana", "ana")]
    public void Somebody_alone_with_the_programme_is_still_never_asked_about_themselves(string coordinators, string deputies, string person) =>
        Asked(coordinators, deputies, person, "", "");

    [Fact]
    public void Both_those_asked_at_once_and_those_asked_later_may()
    {
        var who = new Reviewers([new("noor")], [new("sam")]);

        Assert.True(who.Include(new("noor")) && who.Include(new("sam")));
        Assert.False(who.Include(new("ana")) || who.Include(default));
    }

    private static void Asked(string coordinators, string deputies, string person, string first, string later)
    {
        var programme = new MentoringProgramme(new("contoso"), "", [], Ids(coordinators), Ids(deputies), "", "", "", 180, new(5, 14, 60, 30), new(3, 5, 5, 5, 3, 90, 7, 30, 2));

        var who = Reviewers.Of(programme, new(person), People.LineAbove);

        Assert.Equal((first, later), (string.Join(' ', who.First), string.Join(' ', who.Later)));
    }

    private static ImmutableArray<PersonId> Ids(string names) => [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => new PersonId(name))];
}
