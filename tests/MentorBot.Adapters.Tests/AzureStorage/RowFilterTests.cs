using MentorBot.Adapters.AzureStorage;

namespace MentorBot.Adapters.Tests.AzureStorage;

public sealed class RowFilterTests
{
    [Theory]
    [InlineData("a", "c", "PartitionKey eq 'p' and RowKey ge 'a' and RowKey lt 'c'")]
    [InlineData("", "c", "PartitionKey eq 'p' and RowKey lt 'c'")]
    [InlineData("it's", "it't", "PartitionKey eq 'p' and RowKey ge 'it''s' and RowKey lt 'it''t'")]
    [InlineData("request-", "request-\uFFFF", "PartitionKey eq 'p' and RowKey ge 'request-' and RowKey lt 'request.'")]
    [InlineData("a|", "a|\uFFFF\uFFFF", "PartitionKey eq 'p' and RowKey ge 'a|' and RowKey lt 'a}'")]
    [InlineData("&", "&\uFFFF", "PartitionKey eq 'p' and RowKey ge '&' and RowKey lt ''''")]
    [InlineData("", "\uFFFF", "PartitionKey eq 'p'")]
    [InlineData("é", "é\uFFFF", "PartitionKey eq 'p' and RowKey ge 'é'")]
    [InlineData("~", "~\uFFFF", "PartitionKey eq 'p' and RowKey ge '~'")]
    public void A_range_is_asked_for_without_the_code_unit_that_is_no_character(string from, string to, string filter) =>
        Assert.Equal(filter, RowFilter.Between("p", from, to));
}
