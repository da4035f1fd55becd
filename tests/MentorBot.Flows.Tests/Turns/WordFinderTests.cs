using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Tests.Turns;

/// <summary>What people type, against the words of all flows.</summary>
public sealed class WordFinderTests
{
    [Theory]
    [InlineData("help", "help")]
    [InlineData("HELP", "help")]
    [InlineData("  help  ", "help")]
    [InlineData("help?", "help")]
    [InlineData("“help”", "help")]
    [InlineData("hlep", "help")]
    [InlineData("hep", "help")]
    [InlineData("helpp", "help")]
    [InlineData("ｈｅｌｐ", "help")]
    [InlineData("what can i type?", "help")]
    [InlineData("offer", "offer")]
    [InlineData("offr", "offer")]
    [InlineData("ofefr", "offer")]
    [InlineData("I'd like to mentor", "offer")]
    [InlineData("I’d like to mentor", "offer")]
    [InlineData("Id like to mentor.", "offer")]
    [InlineData("becom a mentr", "offer")]
    [InlineData("pause", "offer")]
    [InlineData("comeback", "offer")]
    [InlineData("where am I", "where am I")]
    [InlineData("Where  am\ti ?", "where am I")]
    [InlineData("wher am i", "where am I")]
    [InlineData("statsu", "where am I")]
    [InlineData("desk", "desk")]
    [InlineData("Hello!", "hello")]
    [InlineData("hi", "hello")]
    [InlineData("good mornign", "hello")]
    [InlineData("cancel", "never mind")]
    [InlineData("nevermind", "never mind")]
    [InlineData("thank yuo", "thanks")]
    public void A_word_is_found_whatever_its_case_spaces_and_small_slips(string typed, string word) => Assert.Equal(word, Found(typed));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\n")]
    [InlineData("?")]
    [InlineData("🙂")]
    [InlineData("1")]
    [InlineData("no")]
    [InlineData("ha")]
    [InlineData("hu")]
    [InlineData("of")]
    [InlineData("off")]
    [InlineData("they")]
    [InlineData("helpless")]
    [InlineData("cancer")]
    [InlineData("Cancer.")]
    [InlineData("hell")]
    [InlineData("my manager")]
    [InlineData("help me with my boss")]
    [InlineData("I would like to offer something else")]
    [InlineData("offer offer offer offer offer offer offer offer")]
    [InlineData("officer")]
    [InlineData("помощь")]
    [InlineData("مساعدة")]
    public void Anything_else_is_no_word(string typed) => Assert.Null(Found(typed));

    [Fact]
    public void A_page_is_no_word_and_takes_no_time() => Assert.Null(Found(string.Concat(Enumerable.Repeat("help ", 100_000))));

    [Fact]
    public void Half_a_character_and_what_is_none_are_no_word_and_no_error()
    {
        Assert.Null(Found("\ud83d"));
        Assert.Null(Found("a story \ufffe"));
        Assert.Equal("help", Found("help\ufffe"));
    }

    [Fact]
    public void The_nearest_word_wins()
    {
        var (far, near) = (WordOf("weeks"), WordOf("weeds"));

        Assert.Same(near, WordFinder.Find("weeds", [far, near]));
        Assert.Same(far, WordFinder.Find("weeks", [far, near]));
    }

    private static string? Found(string typed)
    {
        using var room = new FlowRoom();
        return WordFinder.Find(typed, room.Routes.Words)?.Spellings().First();
    }

    private static Word WordOf(string spelling) => Word.Of(() => spelling, null, (_, _) => Task.FromResult<Answer>(new Answer.Closes()));
}
