using MentorBot.Domain.Offers;
using MentorBot.Flows.Turns;
using Newtonsoft.Json.Linq;
using NodaTime;

namespace MentorBot.Flows.Tests.Turns;

/// <summary>Anybody can send anything as what a card carried or a form held.</summary>
public sealed class SubmissionTests
{
    /// <summary>Values of every type that no card of ours sends.</summary>
    public static TheoryData<string> WrongTypes => ["null", "7", "7.5", "[]", "[\"Advice\"]", "{}", "{\"value\":\"Advice\"}", "\"\"", "\"  \"", "\"2026-03-02T00:00:00Z\"", "undefined"];

    [Theory]
    [MemberData(nameof(WrongTypes))]
    public void A_value_of_the_wrong_type_is_none(string json)
    {
        var submission = With(json);

        Assert.Null(submission.One<Help>("x"));
        Assert.Empty(submission.Several<Help>("x"));
        Assert.Empty(submission.Several("x", ["Advice"]));
        Assert.False(submission.IsTicked("x"));
        Assert.Null(submission.Day("x"));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[\"abc\"]")]
    [InlineData("{\"a\":1}")]
    [InlineData("\"\"")]
    [InlineData("\"with space\"")]
    [InlineData("\"line\\nbreak\"")]
    [InlineData("\"nul\\u0000\"")]
    [InlineData("\"ünïcode\"")]
    [InlineData("\"\\u202eabc\"")]
    public void What_can_be_no_id_is_empty(string json) => Assert.Equal("", With(json).Id("x"));

    [Fact]
    public void An_id_is_as_the_card_carried_it_and_never_long()
    {
        Assert.Equal("ana.lima@x_7~-", With("\"ana.lima@x_7~-\"").Id("x"));
        Assert.Equal(new string('a', 64), With($"\"{new string('a', 64)}\"").Id("x"));
        Assert.Equal("", With($"\"{new string('a', 65)}\"").Id("x"));
        Assert.Equal("", new Submission([]).Id("x"));
    }

    [Theory]
    [InlineData("advice")]
    [InlineData("1")]
    [InlineData("-1")]
    [InlineData("99")]
    [InlineData("Advice,Skill")]
    [InlineData(" Advice")]
    [InlineData("Advice\u0000")]
    [InlineData("Everything")]
    public void A_choice_is_one_of_those_given_letter_by_letter(string forged) => Assert.Null(With(JValue.CreateString(forged).ToString(Newtonsoft.Json.Formatting.None)).One<Help>("x"));

    [Fact]
    public void A_choice_that_was_given_is_taken() => Assert.Equal(Help.Advice, With("\"Advice\"").One<Help>("x"));

    [Fact]
    public void Of_several_choices_those_count_that_were_given_once_and_in_order()
    {
        var submission = With("\"Skill, Advice,,Skill,7,Everything,advice\"");

        Assert.Equal([Help.Advice, Help.Skill], submission.Several<Help>("x").ToArray());
        Assert.Equal(["Advice", "Skill"], submission.Several("x", ["Advice", "Skill", "Direction"]).ToArray());
    }

    [Theory]
    [InlineData("\"true\"", true)]
    [InlineData("\"True\"", true)]
    [InlineData("true", true)]
    [InlineData("\"false\"", false)]
    [InlineData("false", false)]
    [InlineData("1", false)]
    [InlineData("\"yes\"", false)]
    public void A_tick_is_true_and_nothing_else(string json, bool expected) => Assert.Equal(expected, With(json).IsTicked("x"));

    [Fact]
    public void A_day_is_a_day_of_the_calendar()
    {
        Assert.Equal(new LocalDate(2028, 2, 29), With("\"2028-02-29\"").Day("x"));
        Assert.Null(With("\"2026-02-29\"").Day("x"));
        Assert.Null(With("\"02/03/2026\"").Day("x"));
        Assert.Null(With("\"2026-3-2\"").Day("x"));
        Assert.Null(With("\"99999-01-01\"").Day("x"));
    }

    [Theory]
    [InlineData("\"false\"")]
    [InlineData("\" 🙂 שלום \"")]
    [InlineData("\"a\\u0000b\"")]
    public void Words_are_kept_as_they_were_typed(string json) => Assert.Equal(Domain.Confidential.From((string?)JToken.Parse(json)), With(json).Words("x"));

    [Theory]
    [InlineData("\"\"")]
    [InlineData("\" \\n\\t\"")]
    [InlineData("null")]
    [InlineData("[\"words\"]")]
    public void Nothing_written_is_no_words(string json) => Assert.Null(With(json).Words("x"));

    [Fact]
    public void Names_are_case_sensitive_since_the_cards_are_ours() => Assert.Equal("", new Submission(new JObject { ["X"] = "a" }).Id("x"));

    private static Submission With(string json) => new(new JObject { ["x"] = Parse(json) });

    private static JToken Parse(string json)
    {
        using var reader = new Newtonsoft.Json.JsonTextReader(new StringReader(json)) { DateParseHandling = Newtonsoft.Json.DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }
}
