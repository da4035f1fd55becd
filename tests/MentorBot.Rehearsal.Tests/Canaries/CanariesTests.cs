using System.Globalization;
using System.Text;
using Newtonsoft.Json.Linq;
using static MentorBot.Rehearsal.Tests.Script;

namespace MentorBot.Rehearsal.Tests.Canaries;

public sealed class CanariesTests
{
    private const string Secret = "Mein Chef hört <nie> zu \"wirklich\" 😶 老板";

    [Theory]
    [InlineData("UTF-8")]
    [InlineData("UTF-16LE")]
    [InlineData("UTF-16BE")]
    [InlineData("lower case")]
    [InlineData("System.Text.Json")]
    [InlineData("Newtonsoft")]
    [InlineData("\\uXXXX throughout")]
    [InlineData("JSON in JSON")]
    [InlineData("base64")]
    [InlineData("base64, one later")]
    [InlineData("base64, two later")]
    [InlineData("base64 of UTF-16, one later")]
    [InlineData("base64url")]
    [InlineData("percent")]
    [InlineData("HTML")]
    public async Task Typed_words_on_disk_are_found_however_written(string how)
    {
        await using var town = await Typing(Secret);
        byte[] written = how switch
        {
            "UTF-8" => Encoding.UTF8.GetBytes(Secret),
            "UTF-16LE" => Encoding.Unicode.GetBytes(Secret),
            "UTF-16BE" => Encoding.BigEndianUnicode.GetBytes(Secret),
            "lower case" => Encoding.UTF8.GetBytes(Secret.ToLowerInvariant()),
            "System.Text.Json" => System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(Secret),
            "Newtonsoft" => Encoding.UTF8.GetBytes(new JValue(Secret).ToString(Newtonsoft.Json.Formatting.None)),
            "\\uXXXX throughout" => Encoding.UTF8.GetBytes(string.Concat(Secret.Select(each => $"\\u{(int)each:x4}"))),
            "JSON in JSON" => Encoding.UTF8.GetBytes(Quoted(Quoted(Secret))),
            "base64" => Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret))),
            "base64, one later" => Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes("x" + Secret + "yz"))),
            "base64, two later" => Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes("xy" + Secret + "z"))),
            "base64 of UTF-16, one later" => Encoding.UTF8.GetBytes(Convert.ToBase64String([1, .. Encoding.Unicode.GetBytes(Secret), 2])),
            "base64url" => Encoding.UTF8.GetBytes(Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)).Replace('+', '-').Replace('/', '_').TrimEnd('=')),
            "percent" => Encoding.UTF8.GetBytes(Uri.EscapeDataString(Secret)),
            _ => Encoding.UTF8.GetBytes(System.Net.WebUtility.HtmlEncode(Secret)),
        };
        await File.WriteAllBytesAsync(Path.Combine(town.DataFolder, "rows.db"), [0, 1, 2, .. written, 3, 4]);

        Assert.False(town.ReportFolder().IsClean);
        var failure = await Assert.ThrowsAsync<RehearsalException>(() => town.Settles());
        Assert.Contains("The file rows.db has at byte", failure.Message, StringComparison.Ordinal);
        Assert.Contains(Secret, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sealed_words_are_not_found()
    {
        await using var town = await Typing(Secret);
        var hash = System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Secret));
        await File.WriteAllBytesAsync(Path.Combine(town.DataFolder, "rows.db"), hash);
        await town.Settles();
        var report = town.ReportFolder();
        Assert.Contains("rows.db", report.ToString(), StringComparison.Ordinal);
        Assert.Contains("None of the 1 texts typed is in any file in any encoding.", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_is_open_for_writing_is_read_all_the_same()
    {
        await using var town = await Typing(Secret);
        await using var open = new FileStream(Path.Combine(town.DataFolder, "rows.db-wal"), FileMode.Create, FileAccess.ReadWrite, FileShare.ReadWrite);
        await open.WriteAsync(Encoding.UTF8.GetBytes(Secret));
        await open.FlushAsync();
        Assert.False(town.ReportFolder().IsClean);
        open.SetLength(0);
    }

    [Fact]
    public async Task File_name_counts_as_well()
    {
        await using var town = await Typing("confided to you");
        var file = Path.Combine(town.DataFolder, "confided to you.txt");
        await File.WriteAllTextAsync(file, "");
        Assert.False(town.ReportFolder().IsClean);
        File.Delete(file);
    }

    [Fact]
    public async Task Beginning_middle_and_end_of_a_long_text_are_found_alone()
    {
        var text = string.Concat(Enumerable.Range(0, 400).Select(at => string.Create(CultureInfo.InvariantCulture, $"part{at:D3} ")));
        await using var town = await Typing(text);
        Assert.NotEmpty(town.Canaries.FindIn("note: " + text[..40]));
        Assert.NotEmpty(town.Canaries.FindIn("note: " + text[1000..1063]));
        Assert.NotEmpty(town.Canaries.FindIn("…" + text.Trim()[^45..]));
        Assert.Empty(town.Canaries.FindIn("note: " + text[1000..1015]));
    }

    [Fact]
    public async Task Piece_that_the_bot_says_itself_is_no_canary_and_the_rest_is()
    {
        const string shown = "Nothing starts unless you start it, and it is yours.";
        await using var town = await Neighbourhood.With(Replying(Text(shown)));
        var ana = town.Person("Ana");
        await ana.Says("hi");
        await ana.Says(shown[..32] + " is what you told me, yet somebody else began it all");
        await town.Settles();
        Assert.NotEmpty(town.Canaries.FindIn("is what you told me, yet somebody else began it all"));
    }

    [Fact]
    public async Task Line_of_several_is_found_alone()
    {
        await using var town = await Typing("first line here\r\nsecond line there");
        Assert.NotEmpty(town.Canaries.FindIn("… second line there …"));
    }

    [Fact]
    public async Task Log_line_with_typed_words_fails_once_and_for_all()
    {
        var script = new Script();
        await using var town = await Neighbourhood.With(script);
        await town.Person("Ana").Says("my boss never listens");
        script.Bot.Log.Enqueue("unhandled: my boss never listens");
        var failure = await Assert.ThrowsAsync<RehearsalException>(() => town.Settles());
        Assert.Contains("A log line has words that Ana Lima typed", failure.Message, StringComparison.Ordinal);
        town.Expected("A log line");
        await town.Settles();
    }

    [Theory]
    [InlineData("text")]
    [InlineData("card")]
    [InlineData("data")]
    [InlineData("summary")]
    [InlineData("update")]
    [InlineData("answer")]
    [InlineData("header")]
    [InlineData("query")]
    public async Task Typed_words_in_anything_that_the_bot_sends_fail(string where)
    {
        const string typed = "my boss never listens";
        var script = Replying(Text("Hello."), _ => Line($"You wrote: {typed}"));
        await using var town = await Neighbourhood.With(script);
        var ana = town.Person("Ana");
        var question = Card(Words("Question"), Buttons(Execute("Yes", "yes")));
        var id = await script.Bot.Post(ana.ConversationId, Message(question));
        await ana.Says(typed);

        var withSummary = Text("Hello");
        withSummary["summary"] = typed;
        var withData = Submit("Go on", "go");
        withData["data"]!["note"] = typed;
        switch (where)
        {
            case "text":
                await script.Bot.Post(ana.ConversationId, Text(typed));
                break;
            case "card":
                await script.Bot.Post(ana.ConversationId, Message(Card(Words($"“{typed}”"))));
                break;
            case "data":
                await script.Bot.Post(ana.ConversationId, Message(Card(Buttons(withData))));
                break;
            case "summary":
                await script.Bot.Post(ana.ConversationId, withSummary);
                break;
            case "update":
                await script.Bot.Call(HttpMethod.Put, FakeBot.Activity(ana.ConversationId, id!), Text(typed));
                break;
            case "answer":
                await ana.Sees("Question").Press("Yes");
                break;
            case "header":
                script.Headers["X-Trace"] = typed;
                await ana.Says("hi");
                break;
            case "query":
                await script.Bot.Call(HttpMethod.Get, $"v3/conversations/{Uri.EscapeDataString(ana.ConversationId)}/pagedmembers?continuationToken={Uri.EscapeDataString(typed)}");
                break;
        }

        var failure = await Assert.ThrowsAsync<RehearsalException>(() => town.Settles());
        Assert.Contains("words that Ana Lima typed: “my boss never listens”", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Forms_may_show_what_was_typed()
    {
        var form = Card(Input("Text", "note", "A note"), Buttons(Submit("Keep", "keep")));
        var (town, _, sheet) = await Neighbourhood.Opened(form, activity =>
            Form("Again", Card(Words((string?)activity.SelectToken("value.data.note") ?? ""), Buttons(Submit("Keep", "keep")))));
        await using var ending = town;
        (await sheet.Fill("A note", "words of my own").Submit()).Form.Shows("words of my own");
        await town.Settles();
        Assert.Equal(["words of my own"], town.Canaries.Typed.Select(canary => canary.Text));
    }

    [Fact]
    public async Task Words_once_typed_stay_secret_though_a_form_shows_them()
    {
        var form = Card(Input("Text", "note", "A note", new { value = "" }), Buttons(Submit("Keep", "keep")));
        var (town, ana, sheet) = await Neighbourhood.Opened(form, _ => Form("Again", Card(Words("words of my own"))));
        await using var ending = town;
        await sheet.Fill("A note", "words of my own").Submit();
        await ana.Says("words of my own");
        Assert.NotEmpty(town.Canaries.FindIn("words of my own"));
    }

    [Fact]
    public async Task Commands_names_short_texts_and_what_the_bot_shows_itself_are_no_canaries()
    {
        var script = Replying(Text("You can type: where am I, my data"));
        await using var town = await Town.Start(FakeBot.Starting(script), [Neighbourhood.Ana, new("ase.lindqvist", "Åse Lindqvist")], new() { WordsOfTheBot = ["forget me please"] });
        var ana = town.Person("Ana");
        ana.HasTheBotAlready();
        await ana.Says("help");
        await ana.Says("Where am I");
        await ana.Says("Forget me  please");
        await ana.Says("Ana Lima");
        await ana.Says("lindqvist");
        await ana.Says("ase.lindqvist");
        Assert.Empty(town.Canaries.Typed);
        Assert.Equal(["Ana Lima", "Forget me  please", "Where am I", "ase.lindqvist", "help", "lindqvist"], town.Canaries.PassedOver.Order(StringComparer.Ordinal));
    }

    private static async Task<Town> Typing(string text)
    {
        var town = await Neighbourhood.With(new Script());
        await town.Person("Ana").Says(text);
        return town;
    }

    private static string Quoted(string text) => new JValue(text).ToString(Newtonsoft.Json.Formatting.None);
}
