using AdaptiveCards;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Standins.Tests.Cards;

public sealed class CardJsonTests
{
    [Fact]
    public void A_card_begins_with_its_type_and_version_and_is_indented()
    {
        var card = new AdaptiveCard("1.5") { Lang = "en", FallbackText = "Update Teams", Body = { new AdaptiveTextBlock("Hello") } };

        var expected = """
            {
              "type": "AdaptiveCard",
              "version": "1.5",
              "fallbackText": "Update Teams",
              "lang": "en",
              "body": [
                {
                  "type": "TextBlock",
                  "text": "Hello"
                }
              ]
            }
            """;
        Assert.Equal(expected.ReplaceLineEndings(), card.ToJson());
    }

    [Fact]
    public void An_empty_body_and_no_actions_are_left_out() =>
        Assert.Equal("""{"type":"AdaptiveCard","version":"1.5"}""", Compact(new AdaptiveCard("1.5").ToJson()));

    [Fact]
    public void The_members_of_the_derived_class_come_before_those_of_its_bases() =>
        Gives(
            new AdaptiveTextBlock("Due")
            {
                Id = "due",
                Size = AdaptiveTextSize.ExtraLarge,
                Weight = AdaptiveTextWeight.Bolder,
                Color = AdaptiveTextColor.Attention,
                IsSubtle = true,
                Wrap = true,
                Style = AdaptiveTextBlockStyle.Heading,
                IsVisible = false,
                Fallback = new AdaptiveFallbackElement(new AdaptiveTextBlock("Late")),
            },
            """
            {"type":"TextBlock","id":"due","size":"extraLarge","weight":"bolder","color":"attention","isSubtle":true,"text":"Due","wrap":true,
            "style":"heading","isVisible":false,"fallback":{"type":"TextBlock","text":"Late"}}
            """);

    [Fact]
    public void A_container_writes_its_items_even_when_there_are_none() =>
        Gives(new AdaptiveContainer(), """{"type":"Container","items":[]}""");

    [Fact]
    public void An_action_set_puts_its_id_before_its_type() =>
        Gives(new AdaptiveActionSet { Id = "row" }, """{"id":"row","type":"ActionSet","actions":[]}""");

    [Fact]
    public void A_text_input_carries_what_it_asks_for() =>
        Gives(
            new AdaptiveTextInput
            {
                Id = "goal",
                Label = "Your goal",
                ErrorMessage = "Say it in a sentence",
                IsRequired = true,
                Placeholder = "In your words",
                Value = "",
                IsMultiline = true,
                MaxLength = 500,
            },
            """
            {"type":"Input.Text","id":"goal","placeholder":"In your words","value":"","isMultiline":true,"maxLength":500,
            "isRequired":true,"label":"Your goal","errorMessage":"Say it in a sentence"}
            """);

    [Fact]
    public void A_choice_set_always_says_its_style_and_whether_it_takes_many() =>
        Gives(
            new AdaptiveChoiceSetInput { Id = "topic", Choices = { new AdaptiveChoice { Title = "Leading", Value = "lead" } }, Wrap = true },
            """
            {"type":"Input.ChoiceSet","id":"topic","style":"compact","isMultiSelect":false,"choices":[{"title":"Leading","value":"lead"}],"wrap":true}
            """);

    [Fact]
    public void What_the_typed_members_do_not_know_comes_last_under_its_own_name() =>
        Gives(
            new AdaptiveChoiceSetInput { Id = "who", Label = "Who", AdditionalProperties = { ["choices.data"] = new JObject { ["type"] = "Data.Query", ["dataset"] = "people" } } },
            """
            {"type":"Input.ChoiceSet","id":"who","style":"compact","isMultiSelect":false,"choices":[],"label":"Who",
            "choices.data":{"type":"Data.Query","dataset":"people"}}
            """);

    [Fact]
    public void A_toggle_answers_True_and_False_with_capitals() =>
        Gives(
            new AdaptiveToggleInput { Id = "agree", Title = "I agree", Value = "True", Wrap = true },
            """{"type":"Input.Toggle","id":"agree","title":"I agree","valueOn":"True","valueOff":"False","wrap":true,"value":"True"}""");

    [Fact]
    public void A_date_input_has_its_bounds() =>
        Gives(
            new AdaptiveDateInput { Id = "day", Placeholder = "Day", Value = "2026-01-02", Min = "2026-01-01", Max = "2026-12-31", Label = "Which day" },
            """
            {"type":"Input.Date","id":"day","placeholder":"Day","value":"2026-01-02","min":"2026-01-01","max":"2026-12-31","label":"Which day"}
            """);

    [Fact]
    public void A_hole_in_a_list_is_written_as_null() =>
        Gives(new AdaptiveContainer { Items = { null } }, """{"type":"Container","items":[null]}""");

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void What_the_schema_requires_may_not_be_null(AdaptiveElement element) =>
        Assert.Throws<JsonSerializationException>(() => new AdaptiveCard("1.5") { Body = { element } }.ToJson());

    public static TheoryData<AdaptiveElement> Incomplete() =>
    [
        new AdaptiveTextBlock { Text = null },
        new AdaptiveToggleInput(),
        new AdaptiveChoiceSetInput { Choices = null },
        new AdaptiveChoiceSetInput { Choices = { new AdaptiveChoice { Title = "title" } } },
    ];

    private static void Gives(AdaptiveElement element, string expected)
    {
        var json = JObject.Parse(new AdaptiveCard("1.5") { Body = { element } }.ToJson());
        Assert.Equal(Compact(expected), json["body"]![0]!.ToString(Formatting.None));
    }

    private static string Compact(string json) => JToken.Parse(json).ToString(Formatting.None);
}
