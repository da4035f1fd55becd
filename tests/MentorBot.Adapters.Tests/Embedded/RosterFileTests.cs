using System.Text;
using MentorBot.Adapters.Embedded;
using MentorBot.Domain.Roster;

namespace MentorBot.Adapters.Tests.Embedded;

/// <summary>Rosters as spreadsheets and people write them.</summary>
public sealed class RosterFileTests
{
    private static readonly RosterLine Ana = new(2, "ana", "Field", "yes");
    private static readonly RosterLine Ben = new(3, "ben", "", "");

    [Theory]
    [InlineData("\n", ",", false)]
    [InlineData("\r\n", ",", true)]
    [InlineData("\r\n", ";", true)]
    [InlineData("\n", "\t", false)]
    [InlineData("\r", ",", false)]
    public void Line_ends_separators_and_a_byte_order_mark_change_nothing(string lineEnd, string separator, bool mark)
    {
        var text = string.Join(lineEnd, "person,group,mentor", "ana,Field,yes", "ben,,", "").Replace(",", separator, StringComparison.Ordinal);

        Assert.Equal([Ana, Ben], Good(text, mark));
    }

    [Fact]
    public void Columns_stand_in_any_order_and_unknown_ones_are_left_alone()
    {
        Assert.Equal([Ana, Ben], Good("Mentor, colour ,PERSON,group\nyes,blue,ana,Field\n,,ben,"));
        Assert.Equal([Ana with { Group = "", Mentor = "" }], Good("person\nana"));
    }

    [Fact]
    public void Quotes_hold_a_separator_and_blank_lines_and_lines_that_end_early_are_fine()
    {
        Assert.Equal([new(2, "ana", "Field, north", "yes"), new(5, "ben", "", "")], Good("person,group,mentor\n \"ana\" ,\"Field, north\",yes\n\n , ,\nben\n".Replace(" \"ana\" ", "\"ana\"", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("", RosterFault.Empty, null)]
    [InlineData("group,mentor\nField,yes", RosterFault.NoPersonColumn, 1)]
    [InlineData("ana,Field,yes\nben,,", RosterFault.NoPersonColumn, 1)]
    [InlineData("person,group,Person\nana,,ben", RosterFault.ColumnTwice, 1)]
    [InlineData("person,group\nana,Field,north", RosterFault.TooManyFields, 2)]
    [InlineData("person,group\nana,\"Field", RosterFault.Quote, 2)]
    public void What_cannot_be_read_is_told(string text, RosterFault fault, int? line)
    {
        var error = Assert.Single(Read(text).Errors);

        Assert.Equal((fault, line), (error.Fault, error.Line));
    }

    [Fact]
    public void A_tab_before_a_field_stays_so_that_it_is_refused_as_a_formula() => Assert.Equal("\tana", Assert.Single(Good("person,group\n\"\tana\",x")).Person);

    [Fact]
    public void A_line_without_end_and_half_a_character_break_nothing()
    {
        Assert.Contains(Read("person\n" + new string('x', 100_000)).Errors, error => error.Fault == RosterFault.LineTooLong);
        Assert.Equal("an\uFFFDa", Assert.Single(Good("person\nan\uD800a")).Person);
    }

    [Fact]
    public void Fifty_thousand_lines_are_read_and_one_more_is_one_too_many()
    {
        var text = new StringBuilder("person\n").AppendJoin('\n', Enumerable.Range(1, NewRoster.MostPeople).Select(number => $"p{number}"));

        Assert.Equal(NewRoster.MostPeople, Good(text.ToString()).Length);
        var error = Assert.Single(Read(text.Append("\none-more").ToString()).Errors);
        Assert.Equal((RosterFault.TooManyPeople, NewRoster.MostPeople + 2), (error.Fault, error.Line));
    }

    private static RosterLine[] Good(string text, bool mark = false)
    {
        var table = Read(text, mark);
        Assert.Empty(table.Errors);
        return [.. table.Lines];
    }

    private static RosterTable Read(string text, bool mark = false)
    {
        var encoding = new UTF8Encoding(mark);
        return new RosterFile().Read(new MemoryStream([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]));
    }
}
