using AdaptiveCards;
using MentorBot.Testing.Cards;
using Newtonsoft.Json.Linq;

namespace MentorBot.Tests.Cards;

public sealed class CardSchemaTests
{
    [Fact]
    public void A_good_card_has_no_findings()
    {
        Assert.Empty(CardSchema.Check(SampleCards.Chat()));
        Assert.Empty(CardSchema.Check(SampleCards.Form()));
    }

    [Fact]
    public void What_the_library_writes_is_what_the_schema_allows()
    {
        var card = new AdaptiveCard("1.5")
        {
            Lang = "en",
            FallbackText = "text",
            Body =
            {
                new AdaptiveTextBlock("text")
                {
                    Size = AdaptiveTextSize.ExtraLarge, Weight = AdaptiveTextWeight.Lighter, Color = AdaptiveTextColor.Attention,
                    Style = AdaptiveTextBlockStyle.Heading, IsSubtle = true, IsVisible = false,
                },
                new AdaptiveContainer { Id = "left" },
                new AdaptiveTextInput { Id = "text", Label = "text", IsRequired = true, ErrorMessage = "text", MaxLength = 5, IsMultiline = true },
                new AdaptiveChoiceSetInput
                {
                    Id = "choice", Style = AdaptiveChoiceInputStyle.Expanded, Choices = { new AdaptiveChoice { Title = "title", Value = "value" } },
                },
                new AdaptiveToggleInput { Id = "toggle", Title = "title" },
                new AdaptiveDateInput { Id = "date", Min = "2026-01-01", Max = "2026-12-31" },
                new AdaptiveActionSet
                {
                    Actions =
                    {
                        new AdaptiveExecuteAction
                        {
                            Verb = "verb", Data = new JObject(), Fallback = new AdaptiveFallbackElement(new AdaptiveSubmitAction { Data = new JObject() }),
                        },
                    },
                },
            },
            Actions = { new AdaptiveToggleVisibilityAction { TargetElements = { "left", new AdaptiveTargetElement("text", true) } } },
        };

        Assert.Empty(CardSchema.Check(JObject.Parse(card.ToJson())));
    }

    [Fact]
    public void Looks_and_layouts_that_no_card_has_yet_are_allowed_too()
    {
        var card = JObject.Parse(
            """
            {
              "type": "AdaptiveCard",
              "version": "1.5",
              "body": [
                { "type": "TextBlock", "text": "text", "spacing": "padding", "maxLines": 2 },
                { "type": "Container", "items": [], "style": "accent", "separator": true },
                { "type": "ColumnSet", "columns": [ { "type": "Column", "id": "left", "width": "stretch", "items": [] } ] },
                { "type": "FactSet", "facts": [ { "title": "title", "value": "value" } ] }
              ],
              "actions": [
                {
                  "type": "Action.Execute", "verb": "verb", "data": {}, "mode": "secondary", "associatedInputs": "none",
                  "fallback": { "type": "Action.Submit", "data": {}, "style": "positive" }
                }
              ]
            }
            """);

        Assert.Empty(CardSchema.Check(card));
    }

    [Theory]
    [InlineData("body[0].text", "5", "body[0].text: is number, not string")]
    [InlineData("body[0].wrap", "\"yes\"", "body[0].wrap: is string, not boolean")]
    [InlineData("body[0].size", "\"larger\"", "body[0].size: 'larger' is not one of default, small, medium, large, extraLarge")]
    [InlineData("body[0].size", "3", "body[0].size: '3' is not one of default, small, medium, large, extraLarge")]
    [InlineData("body[0].type", "\"Paragraph\"", "body[0]: nothing of the type 'Paragraph' is known here")]
    [InlineData("body[0]", "\"text\"", "body[0]: is string, not object")]
    [InlineData("body[1].items", "{}", "body[1].items: is object, not array")]
    [InlineData("body[1].items[0].facts[0].value", "null", "body[1].items[0].facts[0].value: is null, not string")]
    [InlineData("body[2].type", "\"Chart.Radar\"", "body[2]: nothing of the type 'Chart.Radar' is known here")]
    [InlineData("body[2].data[0].y", "\"4\"", "body[2].data[0].y: is string, not number")]
    [InlineData("body[2].fallback", "\"nothing\"", "body[2].fallback: is string, not object")]
    [InlineData("body[2].fallback.type", "\"Text\"", "body[2].fallback: nothing of the type 'Text' is known here")]
    [InlineData("body[3]['choices.data'].dataset", "1", "body[3]['choices.data'].dataset: is number, not string")]
    [InlineData("actions[0].data.msteams", "\"task/fetch\"", "actions[0].data.msteams: is string, not object")]
    [InlineData(
        "actions[0].data.msteams.type",
        "\"task/open\"",
        "actions[0].data.msteams.type: 'task/open' is not one of task/fetch, messageBack, imBack, signin, invoke")]
    [InlineData("actions[1].type", "\"TextBlock\"", "actions[1]: nothing of the type 'TextBlock' is known here")]
    [InlineData("msteams.width", "\"Wide\"", "msteams.width: 'Wide' is not one of Full")]
    [InlineData("type", "\"Card\"", "card: nothing of the type 'Card' is known here")]
    public void A_wrong_value_is_found_where_it_is(string path, string value, string expected)
    {
        var card = SampleCards.Chat();
        card.At(path).Replace(JToken.Parse(value));

        Assert.Equal(expected, Assert.Single(CardSchema.Check(card)).ToString());
    }

    [Theory]
    [InlineData("body[0]", "colour", "body[0].colour: is not known here")]
    [InlineData("body[1].items[1].columns[0]", "msteams", "body[1].items[1].columns[0].msteams: is not known here")]
    [InlineData("body[4].actions[0]", "msteams", "body[4].actions[0].msteams: is not known here")]
    [InlineData("body[4].actions[0].fallback", "verb", "body[4].actions[0].fallback.verb: is not known here")]
    [InlineData("actions[0].data.msteams", "title", "actions[0].data.msteams.title: is not known here")]
    [InlineData("msteams", "height", "msteams.height: is not known here")]
    public void A_property_that_is_not_known_is_found(string path, string name, string expected)
    {
        var card = SampleCards.Chat();
        card.At(path)[name] = "x";

        Assert.Equal(expected, Assert.Single(CardSchema.Check(card)).ToString());
    }

    [Theory]
    [InlineData("body[0].type", "body[0]: lacks 'type'")]
    [InlineData("body[0].text", "body[0]: lacks 'text'")]
    [InlineData("body[1].items[0].facts[0].title", "body[1].items[0].facts[0]: lacks 'title'")]
    [InlineData("body[2].fallback", "body[2]: lacks 'fallback'")]
    [InlineData("body[4].actions", "body[4]: lacks 'actions'")]
    [InlineData("actions[0].data.msteams.type", "actions[0].data.msteams: lacks 'type'")]
    public void What_is_required_is_missed(string path, string expected)
    {
        var card = SampleCards.Chat();
        card.At(path).Parent!.Remove();

        Assert.Contains(expected, CardSchema.Check(card).Select(finding => finding.ToString()));
    }

    [Theory]
    [InlineData("ExtraLarge", true)]
    [InlineData("xxLargexx", false)]
    public void A_pattern_is_of_the_whole_string(string size, bool allowed)
    {
        var card = SampleCards.Chat();
        card.At("body[0]")["size"] = size;

        Assert.Equal(allowed, CardSchema.Check(card).Count == 0);
    }

    [Theory]
    [InlineData("https://example.org/a?b=c", true)]
    [InlineData("not a uri", false)]
    public void A_link_is_a_URI(string url, bool allowed)
    {
        var card = SampleCards.Chat();
        ((JArray)card["actions"]!).Add(new JObject { ["type"] = "Action.OpenUrl", ["title"] = "Read", ["url"] = url });

        Assert.Equal(allowed, CardSchema.Check(card).Count == 0);
    }

    [Fact]
    public void Every_problem_is_found_at_once()
    {
        var card = SampleCards.Chat();
        card.At("body[0]")["colour"] = "red";
        card.At("body[1].items[0].facts[0]")["title"] = 1;

        Assert.Equal(["body[0].colour", "body[1].items[0].facts[0].title"], CardSchema.Check(card).Select(finding => finding.Path));
    }

    [Fact]
    public void A_schema_that_asks_for_more_than_is_checked_is_refused() =>
        Assert.Throws<NotSupportedException>(() => new JsonSchema(JObject.Parse("""{ "properties": { "text": { "multipleOf": 1 } } }""")));
}
