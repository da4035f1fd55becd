using System.Collections.Immutable;
using MentorBot.Domain.Roster;
using MentorBot.Domain.Tests.Directory;

namespace MentorBot.Domain.Tests.Roster;

/// <summary>Every line of a roster is right, or everything that is not is told.</summary>
public sealed class RosterCheckingTests
{
    private static readonly SmallOrganisation Directory = new("ana\nben\nchidi");

    [Fact]
    public async Task A_person_is_known_by_id_or_by_mail_address()
    {
        var roster = await Good(new(2, "ben", "Early careers", "YES"), new(3, "ana@example.com", "", ""), new(4, "chidi", "early careers", "no"));

        Assert.Equal([new("ana"), new("ben"), new("chidi")], roster.Entries.Select(entry => entry.Person));
        Assert.Equal([false, true, false], roster.Entries.Select(entry => entry.MayMentor));
        Assert.Equal(["Early careers"], roster.Groups.AsEnumerable());
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_told_at_once_by_line()
    {
        RosterError[] expected =
        [
            new(2, RosterFault.UnknownPerson, "dana"),
            new(3, RosterFault.NotAGroup, "-1"),
            new(3, RosterFault.NotYesOrNo, "maybe"),
            new(5, RosterFault.Twice, "ana@example.com", 4),
            new(6, RosterFault.NotAPerson, ""),
        ];

        Assert.Equal(expected, await Refused(new(2, "dana", "", ""), new(3, "ben", "-1", "maybe"), new(4, "ana", "", ""), new(5, "ana@example.com", "", ""), new(6, "", "x", "")));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://example.com\")")]
    [InlineData("+ana")]
    [InlineData("-ana")]
    [InlineData("@ana")]
    [InlineData("\tana")]
    [InlineData("a\rna")]
    [InlineData("an\uFFFDa")]
    [InlineData("an a")]
    public async Task What_a_spreadsheet_would_take_for_a_formula_is_neither_a_person_nor_a_group(string cell)
    {
        Assert.Equal(RosterFault.NotAPerson, Assert.Single(await Refused(new RosterLine(2, cell, "", ""))).Fault);
        Assert.Equal(cell != "an a", (await Read(new RosterLine(2, "ana", cell, ""))) is RosterReading.Refused { Errors: [{ Fault: RosterFault.NotAGroup }] });
    }

    [Fact]
    public async Task What_is_told_of_a_cell_is_short_and_can_be_shown()
    {
        var error = Assert.Single(await Refused(new RosterLine(2, "ana", "=\u0007\uD800" + new string('x', 10_000), "")));

        Assert.Equal("=··" + new string('x', 37) + "…", error.Found);
    }

    [Theory]
    [InlineData("Field & Sales (north)", true)]
    [InlineData("Équipe 7/b", true)]
    [InlineData("1234567890123456789012345678901234567890", true)]
    [InlineData("12345678901234567890123456789012345678901", false)]
    [InlineData("", false)]
    [InlineData(" x", false)]
    [InlineData("a|b", false)]
    [InlineData("<b>", false)]
    public void A_group_has_letters_digits_and_a_few_signs(string name, bool isOne) => Assert.Equal(isOne, RosterGroup.IsName(name));

    [Fact]
    public async Task Nobody_and_too_many_groups_are_refused()
    {
        Assert.Equal(RosterFault.Empty, Assert.Single(await Refused()).Fault);

        var many = new SmallOrganisation(string.Join('\n', Enumerable.Range(0, 51).Select(number => $"p{number}")));
        var reading = await new RosterChecking(new Lines([.. Enumerable.Range(0, 51).Select(number => new RosterLine(number + 2, $"p{number}", $"group {number}", ""))]), many).Read(Stream.Null, default);
        Assert.Equal([new(null, RosterFault.TooManyGroups, Other: 51)], Assert.IsType<RosterReading.Refused>(reading).Errors.AsEnumerable());
    }

    [Fact]
    public void The_mark_stands_for_what_a_roster_says_and_not_for_its_order()
    {
        RosterEntry[] entries = [new(new("ana"), "one", true), new(new("ben"), null, false)];
        var mark = NewRoster.Of(entries).Mark;

        Assert.Equal(mark, NewRoster.Of(entries.Reverse()).Mark);
        Assert.NotEqual(mark, NewRoster.Of([entries[0] with { Group = "two" }, entries[1]]).Mark);
        Assert.NotEqual(mark, NewRoster.Of([entries[0] with { MayMentor = false }, entries[1]]).Mark);
        Assert.NotEqual(mark, NewRoster.Of([entries[0]]).Mark);
    }

    [Fact]
    public void What_changes_is_counted_and_who_was_asked_or_mentors_is_not_asked()
    {
        RosterEntry[] before = [Entry("ana", "one"), Entry("ben", "one"), Entry("gone", null)];
        var next = NewRoster.Of([Entry("ana", "two", true), Entry("ben", "one", true), Entry("chidi", null, true), Entry("dora", null, true), Entry("eva", null)]);

        var change = RosterChange.Of("basis", before.ToDictionary(entry => entry.Person), next, new HashSet<PersonId> { new("ben") }, new HashSet<PersonId> { new("dora") });

        Assert.Equal((5, 3, 1, 1), (change.People, change.New, change.OtherGroup, change.NoLonger));
        Assert.Equal([new("ana"), new("chidi")], change.Asked.AsEnumerable());
    }

    private static RosterEntry Entry(string person, string? group, bool mayMentor = false) => new(new(person), group, mayMentor);

    private static async Task<NewRoster> Good(params RosterLine[] lines) => Assert.IsType<RosterReading.Good>(await Read(lines)).Roster;

    private static async Task<ImmutableArray<RosterError>> Refused(params RosterLine[] lines) => Assert.IsType<RosterReading.Refused>(await Read(lines)).Errors;

    private static Task<RosterReading> Read(params RosterLine[] lines) => new RosterChecking(new Lines([.. lines]), Directory).Read(Stream.Null, default);

    private sealed class Lines(ImmutableArray<RosterLine> lines) : IRosterReader
    {
        public RosterTable Read(Stream csv) => new(lines, []);
    }
}
