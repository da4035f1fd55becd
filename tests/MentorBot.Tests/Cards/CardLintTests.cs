using MentorBot.Testing.Cards;
using Newtonsoft.Json.Linq;

namespace MentorBot.Tests.Cards;

public sealed class CardLintTests
{
    [Fact]
    public void A_good_card_has_no_findings()
    {
        Assert.Empty(CardLint.Check(SampleCards.Chat()));
        Assert.Empty(CardLint.Check(SampleCards.Form(), inForm: true));
    }

    [Theory]
    [InlineData("version", "\"1.6\"", "card: declares version '1.6', not 1.5")]
    [InlineData("version", "null", "card: declares version '', not 1.5")]
    [InlineData("body[3].label", "\" \"", "body[3]: has no label")]
    [InlineData("body[3].id", "\"\"", "body[3]: has no id")]
    [InlineData("body[4].actions[0].fallback", "\"drop\"", "body[4].actions[0]: has no Action.Submit as its fallback")]
    [InlineData("body[4].actions[0].fallback", "{\"type\":\"TextBlock\"}", "body[4].actions[0]: has no Action.Submit as its fallback")]
    [InlineData(
        "body[4].actions[0].fallback.data.match", "\"m2\"", "body[4].actions[0].fallback: does not carry the same data as the action it stands in for")]
    [InlineData(
        "actions[0].data.msteams.type",
        "\"messageBack\"",
        "actions[0]: is neither the fallback of an Action.Execute nor opens a form (data.msteams.type task/fetch)")]
    [InlineData(
        "actions[0].data", "{}", "actions[0]: is neither the fallback of an Action.Execute nor opens a form (data.msteams.type task/fetch)")]
    [InlineData("actions[0].title", "\"Tell us why not now\"", "actions[0]: has a title of 5 words, more than 4")]
    [InlineData("actions[0].title", "\"\"", "actions[0]: has no title")]
    [InlineData("body[0].text", "\"A match!\"", "body[0].text: has an exclamation mark")]
    [InlineData("fallbackText", "\"¡Una pareja\"", "fallbackText: has an exclamation mark")]
    [InlineData("body[1].items[0].facts[0].value", "\"導く！\"", "body[1].items[0].facts[0].value: has an exclamation mark")]
    [InlineData("body[2].data[0].x", "\"Trust!\"", "body[2].data[0].x: has an exclamation mark")]
    public void A_broken_rule_is_found_where_it_is(string path, string value, string expected)
    {
        var card = SampleCards.Chat();
        card.At(path).Replace(JToken.Parse(value));

        Assert.Equal(expected, Assert.Single(CardLint.Check(card)).ToString());
    }

    [Theory]
    [InlineData("isRequired", "true")]
    [InlineData("maxLength", "10")]
    [InlineData("min", "\"2026-01-01\"")]
    [InlineData("regex", "\"^a(?!b)\"")]
    public void An_input_that_can_be_wrong_has_an_error_message(string name, string value)
    {
        var card = SampleCards.Chat();
        card.At("body[3]")[name] = JToken.Parse(value);

        Assert.Equal("body[3]: can be wrong and has no error message", Assert.Single(CardLint.Check(card)).ToString());
        card.At("body[3]")["errorMessage"] = "Choose somebody";
        Assert.Empty(CardLint.Check(card));
    }

    [Fact]
    public void Two_inputs_do_not_share_an_id()
    {
        var form = SampleCards.Form();
        form.At("body[2]")["id"] = "reason";

        Assert.Equal("body[2]: has the id 'reason' of another input", Assert.Single(CardLint.Check(form, inForm: true)).ToString());
    }

    [Fact]
    public void Only_a_submit_opens_a_form()
    {
        var card = SampleCards.Chat();
        var execute = card.At("body[4].actions[0]");
        execute["data"] = execute["fallback"]!["data"] = JObject.Parse("""{ "msteams": { "type": "task/fetch" } }""");

        Assert.Equal("body[4].actions[0]: opens a form, which only Action.Submit can", Assert.Single(CardLint.Check(card)).ToString());
    }

    [Theory]
    [InlineData("Action.Execute")]
    [InlineData("Action.OpenUrl")]
    public void A_form_takes_submits_only(string type)
    {
        var form = SampleCards.Form();
        form.At("actions[0]")["type"] = type;

        Assert.Equal($"actions[0]: is {type}: a form takes Action.Submit only, and Action.ToggleVisibility to unfold a part", Assert.Single(CardLint.Check(form, inForm: true)).ToString());
    }

    [Fact]
    public void A_form_may_have_a_part_to_unfold()
    {
        var form = SampleCards.Form();
        ((JArray)form["actions"]!).Add(JObject.Parse("""{ "type": "Action.ToggleVisibility", "title": "More", "targetElements": ["more"] }"""));

        Assert.Empty(CardLint.Check(form, inForm: true));
    }

    [Fact]
    public void A_form_does_not_open_another()
    {
        var form = SampleCards.Form();
        form.At("actions[0].data")["msteams"] = JObject.Parse("""{ "type": "task/fetch" }""");

        Assert.Equal("actions[0]: has msteams in its data, which does nothing in a form", Assert.Single(CardLint.Check(form, inForm: true)).ToString());
    }

    [Theory]
    [InlineData("positive")]
    [InlineData("destructive")]
    public void No_action_is_styled(string style)
    {
        var card = SampleCards.Chat();
        card.At("actions[1]")["style"] = style;

        Assert.Equal($"actions[1]: has the style '{style}', which Teams does not show", Assert.Single(CardLint.Check(card)).ToString());
    }

    [Fact]
    public void Six_actions_in_a_row_are_the_most_and_a_fallback_or_a_card_that_can_be_pressed_is_none()
    {
        var card = SampleCards.Chat();
        var actions = (JArray)card["actions"]!;
        for (var count = 2; count < CardLint.MostActions; count++)
            actions.Add(actions[1].DeepClone());
        card.At("body[1]")["selectAction"] = JObject.Parse("""{ "type": "Action.ToggleVisibility", "targetElements": [ "more" ] }""");
        Assert.Empty(CardLint.Check(card));

        actions.Add(actions[1].DeepClone());
        Assert.Equal("card: has 7 actions, more than 6", Assert.Single(CardLint.Check(card)).ToString());
    }

    [Fact]
    public void Twenty_kilobytes_in_UTF16_are_the_most()
    {
        var card = SampleCards.Chat();
        var text = (JValue)card.At("body[0].text");
        text.Value = "";
        var room = (CardLint.MostBytes / sizeof(char)) - card.ToString(Newtonsoft.Json.Formatting.None).Length;

        text.Value = new string('é', room);
        Assert.Empty(CardLint.Check(card));

        text.Value = new string('é', room + 1);
        Assert.Equal("card: takes 20482 bytes in UTF-16, more than 20480", Assert.Single(CardLint.Check(card)).ToString());
    }

    [Fact]
    public void What_a_person_wrote_counts_neither_as_size_nor_as_our_words()
    {
        var words = new string('"', CardLint.MostBytes) + " Help!";
        var card = SampleCards.Chat();
        card.At("body[0]")["text"] = $"Ada wrote: {words}";
        Assert.Equal(["card", "body[0].text"], CardLint.Check(card).Select(finding => finding.Path));
        Assert.Empty(CardLint.Check(card, inForm: false, words, ""));

        var form = SampleCards.Form();
        form.At("body[0]")["value"] = words;
        Assert.Empty(CardLint.Check(form, inForm: true));
    }

    [Fact]
    public void What_a_button_says_for_the_person_is_read_and_the_rest_of_its_data_is_not()
    {
        var card = SampleCards.Chat();
        card.At("actions[0].data")["secret"] = JObject.Parse("""{ "type": "Input.Text", "text": "!" }""");
        Assert.Empty(CardLint.Check(card));

        card.At("actions[0].data.msteams")["displayText"] = "No!";
        Assert.Equal("actions[0].data.msteams.displayText: has an exclamation mark", Assert.Single(CardLint.Check(card)).ToString());
    }
}
