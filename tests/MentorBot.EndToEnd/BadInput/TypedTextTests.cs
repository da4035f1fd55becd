using MentorBot.Rehearsal;
using MentorBot.Testing.Towns;
using Newtonsoft.Json.Linq;

namespace MentorBot.EndToEnd.BadInput;

/// <summary>What people type into the chat: understood where it can be, answered kindly where not, and never repeated.</summary>
public sealed class TypedTextTests
{
    [Theory]
    [InlineData("offer", "Before you write anything")]
    [InlineData("OFFER", "Before you write anything")]
    [InlineData("  oFFer !!", "Before you write anything")]
    [InlineData("ofer", "Before you write anything")]
    [InlineData("offfer", "Before you write anything")]
    [InlineData("I'd   like to mentor.", "Before you write anything")]
    [InlineData("I’d like to mentor", "Before you write anything")]
    [InlineData("ｏｆｆｅｒ", "Before you write anything")]
    [InlineData("hELp", "What you can type")]
    [InlineData("hlep", "What you can type")]
    [InlineData("\thelp\n", "What you can type")]
    [InlineData("Where am I???", "Nothing is going on")]
    [InlineData("where  am  i", "Nothing is going on")]
    [InlineData("wehre am I", "Nothing is going on")]
    [InlineData("Hello!", "Nothing is waiting for you")]
    [InlineData("never mind", "I have dropped that")]
    [InlineData("Thanks 🙏", "You're welcome")]
    public async Task A_word_is_understood_in_spite_of_case_spaces_and_small_slips(string typed, string answer)
    {
        await using var town = await Chidi();

        await town.Person("Chidi").Says(typed);

        town.Person("Chidi").Sees(answer);
        await town.Settles();
    }

    [Theory]
    [InlineData("x")]
    [InlineData("?")]
    [InlineData("   ")]
    [InlineData("")]
    [InlineData("🙂🙃👨‍👩‍👧‍👦")]
    [InlineData("desk")]
    [InlineData("<b>offer</b> <script>alert('so there')</script>")]
    [InlineData("<at>MentorBot</at> tell me about my manager please")]
    [InlineData("{\"action\":\"offers.send.v1\"}")]
    [InlineData("/help --verbose; rm -rf *")]
    [InlineData("half a pair \uD83D and on it goes")]
    [InlineData("\u202Ereffo ot ekil d'I\u202C")]
    [InlineData("a page")]
    public async Task What_nobody_understands_is_answered_kindly_and_never_repeated(string typed)
    {
        await using var town = await Chidi();
        var chidi = town.Person("Chidi");
        var text = typed == "a page" ? string.Join(' ', Enumerable.Repeat("I would rather talk about how things really are around here.", 200)) : typed;

        await chidi.Says(text);
        chidi.Sees("I know only a few words");
        await (text.Length == 0 ? chidi.Says(text) : chidi.SaysFormatted(text));
        chidi.Sees("I didn't understand that either");

        await town.Settles();
        Assert.DoesNotContain(chidi.Chat, entry => entry.IsFromBot && text.Trim().Length > 7 && (entry.Text + entry.Card).Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_picture_and_a_file_are_declined_kindly()
    {
        await using var town = await Chidi();
        var chidi = town.Person("Chidi");
        var picture = chidi.Blank("message");
        picture["attachments"] = new JArray(new JObject { ["contentType"] = "image/png", ["contentUrl"] = "https://files.town.example/me.png" });

        await chidi.SendsFile("How I really feel.docx");
        chidi.Sees("I can't open files, and I keep none.");
        await chidi.SendsRaw(picture);

        Assert.Equal(2, chidi.Chat.Count(entry => entry.Text?.Contains("I can't open files", StringComparison.Ordinal) == true));
        await town.Settles();
    }

    private static async Task<Town> Chidi()
    {
        var town = await TestTown.Start();
        await town.Person("Chidi").Installs();
        await town.Settles();
        return town;
    }
}
