using System.Collections.Immutable;
using MentorBot.Domain.Offers;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Storage.Tests.Rows;

public sealed class RowReadingTests
{
    private static readonly Instant Moment = Instant.FromUtc(2026, 3, 2, 9, 0).PlusTicks(1);

    private static readonly Row Row = new("row", "etag", new PropertyBag
    {
        { "text", "words" },
        { "empty", "" },
        { "bytes", new byte[] { 1, 2 } },
        { "yes", true },
        { "no", false },
        { "number", -7 },
        { "moment", Moment },
        { "one", Places.SingleConversations },
        { "several", ["a", "b"] },
        { "none", ImmutableArray<string>.Empty },
        { "nothing", (string?)null },
        { "noBytes", (byte[]?)null },
        { "noMoment", (Instant?)null },
    }.Properties);

    [Fact]
    public void What_was_put_in_is_read_out()
    {
        Assert.Equal(("words", "", -7, Moment, Places.SingleConversations), (Row.Text("text"), Row.Text("empty"), Row.Number("number"), Row.Moment("moment"), Row.One<Places>("one")));
        Assert.Equal((true, false), (Row.Is("yes"), Row.Is("no")));
        Assert.Equal([1, 2], Row.BytesIfAny("bytes"));
        Assert.Equal(["a", "b"], Row.Several("several").AsEnumerable());
        Assert.Empty(Row.Several("none"));
    }

    [Fact]
    public void What_is_null_is_left_out()
    {
        Assert.Equal(10, Row.Properties.Count);
        Assert.Equal((null, null, null, false), (Row.TextIfAny("nothing"), Row.BytesIfAny("noBytes"), Row.MomentIfAny("noMoment"), Row.Is("nothing")));
        Assert.Empty(Row.Several("nothing"));
    }

    [Fact]
    public void Every_value_is_of_a_type_that_stores_take() => RowRules.Check(new(Table.People, "key"), [new Write.Upsert("row", Row.Properties)]);

    [Fact]
    public void What_is_needed_and_missing_is_an_error()
    {
        Assert.Throws<KeyNotFoundException>(() => Row.Text("missing"));
        Assert.Throws<KeyNotFoundException>(() => Row.Number("missing"));
        Assert.Throws<KeyNotFoundException>(() => Row.Moment("missing"));
        Assert.Throws<KeyNotFoundException>(() => Row.One<Places>("missing"));
    }

    [Fact]
    public void What_is_damaged_is_an_error_and_never_a_guess()
    {
        Assert.Throws<InvalidCastException>(() => Row.Text("number"));
        Assert.Throws<InvalidCastException>(() => Row.Is("text"));
        Assert.Throws<ArgumentException>(() => Row.One<Places>("text"));
        Assert.Throws<OverflowException>(() => (Row with { Properties = new Dictionary<string, object> { ["number"] = long.MaxValue } }).Number("number"));
    }
}
