using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Tests.Rows;

/// <summary>The exact sums; what is refused and what not is in the contract of the stores.</summary>
public sealed class RowRulesTests
{
    private static readonly Partition Partition = new(Table.People, "tenant|person");

    [Fact]
    public void A_row_is_counted_as_Azure_counts_it()
    {
        var bag = new Dictionary<string, object> { ["Text"] = "語x", ["Bytes"] = new byte[3], ["On"] = true, ["Number"] = 1L };

        Assert.Equal(
            4 + (2 * (13 + 3)) + (8 + 8 + 4 + 4) + (8 + 10 + 4 + 3) + (8 + 4 + 1) + (8 + 12 + 8),
            RowRules.RowSize(Partition, new Write.Insert("row", bag)));
    }

    [Fact]
    public void A_row_of_exactly_1_MiB_passes_and_one_byte_more_does_not()
    {
        var bag = Enumerable.Range(0, 15).ToDictionary(number => $"P{number:D2}", _ => (object)new byte[RowRules.LongestBytes]);
        bag["Rest"] = Array.Empty<byte>();
        var missing = RowRules.LargestRow - RowRules.RowSize(Partition, new Write.Upsert("row", bag));

        bag["Rest"] = new byte[missing];
        RowRules.Check(Partition, [new Write.Upsert("row", bag)]);

        bag["Rest"] = new byte[missing + 1];
        Assert.Throws<ArgumentException>(() => RowRules.Check(Partition, [new Write.Upsert("row", bag)]));
    }

    [Fact]
    public void A_transaction_of_exactly_4_MiB_passes_and_a_little_more_does_not()
    {
        Write Row(int number, int length) => new Write.Upsert($"row-{number:D2}", new Dictionary<string, object> { ["Bytes"] = new byte[length] });
        var writes = Enumerable.Range(0, 47).Select(number => Row(number, RowRules.LongestBytes)).ToList();
        var missing = RowRules.LargestTransaction - writes.Sum(write => RowRules.WireSize(Partition, write)) - RowRules.WireSize(Partition, Row(99, 0));

        RowRules.Check(Partition, [.. writes, Row(99, missing / 4 * 3)]);
        Assert.Throws<ArgumentException>(() => RowRules.Check(Partition, [.. writes, Row(99, (missing / 4 * 3) + 3)]));
    }

    [Fact]
    public void The_wire_is_counted_as_if_all_but_plain_text_were_escaped()
    {
        int Size(string text) => RowRules.WireSize(Partition, new Write.Upsert("row", new Dictionary<string, object> { ["Text"] = text }));

        Assert.Equal(10, Size("plain text") - Size(""));
        Assert.Equal(6 * 4, Size("語\"😀") - Size(""));
    }

    [Fact]
    public void A_transaction_may_be_deletes_only() =>
        RowRules.Check(Partition, [new Write.Delete("one", "etag"), new Write.Delete("two", "etag")]);

    [Fact]
    public void Nulls_are_refused()
    {
        Assert.ThrowsAny<ArgumentException>(() => RowRules.Check(default(Partition)));
        Assert.ThrowsAny<ArgumentException>(() => RowRules.Check(Partition, (string)null!));
        Assert.ThrowsAny<ArgumentException>(() => RowRules.Check(Partition, null!, "b"));
        Assert.ThrowsAny<ArgumentException>(() => RowRules.Check(Partition, "a", null!));
        Assert.ThrowsAny<ArgumentException>(() => RowRules.Check(Partition, (IReadOnlyList<Write>)null!));
        Assert.ThrowsAny<ArgumentException>(() => RowRules.Check(Partition, [null!]));
        Assert.ThrowsAny<ArgumentException>(() => RowRules.Check(Partition, [new Write.Upsert("row", null!)]));
        Assert.ThrowsAny<ArgumentException>(() => RowRules.Check(Partition, [new Write.Delete("row", null!)]));
    }

    [Fact]
    public void A_table_that_is_not_ours_is_refused() =>
        Assert.Throws<ArgumentException>(() => RowRules.Check(Partition with { Table = (Table)99 }, "row"));

    [Fact]
    public void A_refusal_never_quotes_what_a_row_holds()
    {
        var refusal = Assert.Throws<ArgumentException>(() => RowRules.Check(
            Partition, [new Write.Upsert("row", new Dictionary<string, object> { ["Text"] = "secret\uD800" })]));

        Assert.DoesNotContain("secret", refusal.Message, StringComparison.Ordinal);
    }
}
