using FsCheck;
using FsCheck.Fluent;
using static MentorBot.Domain.Tests.LearningStories.StoryScene;

namespace MentorBot.Domain.Tests.LearningStories;

/// <summary>What somebody wrote, in parts that can be chosen.</summary>
public sealed class PassagesTests
{
    [Theory]
    [InlineData("One\n\nTwo\nstill two\n \nThree", new[] { "One", "Two\nstill two", "Three" })]
    [InlineData("One\r\n\r\nTwo", new[] { "One", "Two" })]
    [InlineData("One\nTwo\rThree", new[] { "One", "Two", "Three" })]
    [InlineData("\n\n  Indented\n\n\n", new[] { "  Indented" })]
    [InlineData("One", new[] { "One" })]
    public void Blank_lines_part_them_and_where_there_are_none_each_line_is_one(string text, string[] passages) =>
        Assert.Equal(passages.Select(Words), Words(text).Passages(40).AsEnumerable());

    [Fact]
    public void Where_there_are_too_many_the_last_one_holds_the_rest()
    {
        Assert.Equal([Words("1"), Words("2"), Words("3\n4\n5")], Words("1\n2\n3\n4\n5").Passages(3).AsEnumerable());
        Assert.Equal([Words("1"), Words("2\n\n3")], Words("1\n\n2\n\n3").Passages(2).AsEnumerable());
    }

    [Fact]
    public void Nothing_is_lost_and_nothing_added()
    {
        var texts = from lines in Gen.ListOf(Gen.Elements("", " ", "\r", "One", "  two words", "\t")) select string.Join('\n', lines) + "end";
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var words = Words(text);
            var passages = words.Passages(5);
            return passages.Length is >= 1 and <= 5 && Solid(words) == string.Concat(passages.Select(Solid));
        }).QuickCheckThrowOnFailure();
    }

#pragma warning disable RS0030 // The test reads what it wrote.
    private static string Solid(Confidential words) => string.Concat(words.Reveal().Where(each => !char.IsWhiteSpace(each)));
#pragma warning restore RS0030
}
