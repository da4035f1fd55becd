using MentorBot.Rehearsal;
using MentorBot.Testing.Towns;
using Newtonsoft.Json.Linq;

namespace MentorBot.EndToEnd.BadInput;

/// <summary>"A few words about you", in any script: kept as typed, shown as typed in the form, and found nowhere else.</summary>
public sealed class WordsTests
{
    private const string About = "A few words about you";

    public static TheoryData<string> Exact =>
    [
        "Olá! Grüße aus Tromsø, zażółć gęślą jaźń, чудесно, Ευχαριστώ πολύ",
        "我喜欢听别人讲他们的工作故事，也喜欢安静。",
        "私は人の話を聞くのが好きです。ﾊﾝｶｸも。",
        "안녕하세요, 저는 천천히 듣는 사람입니다.",
        "नमस्ते, मैं धीरे-धीरे सुनता हूँ। क्ष त्र ज्ञ",
        "สวัสดีครับ ผมชอบฟังคนเล่าเรื่องงาน",
        "أحب أن أستمع إلى الناس، وأتعلم منهم كل يوم",
        "אני מקשיבה לאט \u202Bואז שואלת\u202C שאלה \u2067אחת\u2069 בלבד",
        "evil \u202Etxet desrever\u202C and \u200Eback\u200F again",
        "Family 👨‍👩‍👧‍👦, coder 👩🏽‍💻, wave 👋🏿, flags 🏳️‍🌈 🇵🇹, heart ❤️‍🔥",
        "Z̷̡͉͖a̴l̶g̸o̷ and e\u0301 beside \u00E9, Å beside Å",
        "zero\u200Bwidth\u200Cjoin\u200Dspaces\uFEFF and soft\u00ADhyphens",
        "**bold** _not_ [a link](https://example.com) # no title\n- no list\n> no quote `code`",
        "<script>alert('hello there')</script> &amp; <b>bold</b> <at>Noor</at>",
        "{\"action\":\"offers.stop.v1\",\"offer\":\"${x}\"} {0} {{name}} %s \\u0041 \\n",
        "'; DROP TABLE rows; -- \" and /* more */ of it",
        "  leading and trailing blanks stay  ",
        "first line\nsecond line\r\nthird\ttabbed",
        "2026-03-02T08:00:00Z",
        "half a pair \uD83D in the middle of a text",
        "nothing \u0000 can \u0001 hide \u001B[31m here",
        new string('x', 300),
        string.Concat(Enumerable.Repeat("👍🏽é", 60)),
    ];

    [Theory]
    [MemberData(nameof(Exact))]
    public async Task Words_are_kept_and_shown_as_they_were_typed(string words)
    {
        await using var town = await Ana();
        var ana = town.Person("Ana");

        await Typed(await Form(ana), words, "Keep this for later");
        await town.Settles();

        Assert.Equal(words, InForm(await ana.Sees("Kept for you, not sent").Opens("Open it")));
        await town.Settles();
    }

    [Theory]
    [InlineData(301)]
    [InlineData(4_000)]
    public async Task What_is_too_long_comes_back_in_the_form_whole(int length)
    {
        await using var town = await Ana();
        var ana = town.Person("Ana");
        var words = string.Concat(Enumerable.Range(0, length)).AsSpan(0, length).ToString();

        foreach (var button in new[] { "Offer this", "Keep this for later" })
        {
            var back = await Typed(await Form(ana), words, button);

            Assert.Equal(words, InForm(back.Form.Shows("Please keep this under 300 characters. Your text is still here.")));
        }

        await town.Settles();
        await ana.Says("where am I");
        ana.Sees("Nothing is going on");
        await town.Settles();
    }

    private static async Task<Town> Ana()
    {
        var town = await TestTown.Start();
        await town.Person("Ana").Installs();
        await town.Settles();
        return town;
    }

    private static async Task<SeenForm> Form(Resident ana)
    {
        await ana.Says("offer");
        return (await ana.Sees("Before you write anything").Opens("Open the form")).Fill("What could you be for someone? Choose any.", "Someone who listens");
    }

    private static Task<Seen> Typed(SeenForm form, string words, string button) => form.FillByForce(About, words).Submit(button);

    private static string? InForm(SeenForm form) =>
        (string?)form.Json.Descendants().OfType<JObject>().Single(element => (string?)element["label"] == About)["value"];
}
