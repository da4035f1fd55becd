using AdaptiveCards;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Standins.Tests.Cards;

public sealed class ActionJsonTests
{
    [Fact]
    public void An_execute_writes_its_verb_even_when_empty() =>
        Gives(new AdaptiveExecuteAction { Title = "Accept" }, """{"type":"Action.Execute","verb":"","title":"Accept"}""");

    [Fact]
    public void An_execute_carries_its_submit_for_clients_that_do_not_know_it() =>
        Gives(
            new AdaptiveExecuteAction
            {
                Id = "accept",
                Title = "Accept",
                Verb = "offers.accept.v1",
                Data = new JObject { ["match"] = "m1" },
                AssociatedInputs = AdaptiveAssociatedInputs.None,
                Fallback = new AdaptiveFallbackElement(new AdaptiveSubmitAction { Title = "Accept", Data = new JObject { ["match"] = "m1" } }),
            },
            """
            {"type":"Action.Execute","id":"accept","data":{"match":"m1"},"associatedInputs":"none","verb":"offers.accept.v1","title":"Accept",
            "fallback":{"type":"Action.Submit","data":{"match":"m1"},"title":"Accept"}}
            """);

    [Fact]
    public void Style_and_mode_are_written_only_when_they_say_something() =>
        Gives(
            new AdaptiveSubmitAction { Title = "Later", Style = "positive", Mode = AdaptiveActionMode.Secondary },
            """{"type":"Action.Submit","title":"Later","style":"positive","mode":"secondary"}""");

    [Fact]
    public void A_target_without_a_visibility_is_its_bare_id() =>
        Gives(
            new AdaptiveToggleVisibilityAction
            {
                Title = "More",
                TargetElements = { "a", new AdaptiveTargetElement("b", false), new AdaptiveTargetElement("c") },
            },
            """{"type":"Action.ToggleVisibility","targetElements":["a",{"elementId":"b","isVisible":false},"c"],"title":"More"}""");

    [Theory]
    [MemberData(nameof(Datas))]
    public void Data_is_written_as_the_default_serializer_has_it(object? data, string expected) =>
        Gives(new AdaptiveSubmitAction { Data = data }, $$"""{"type":"Action.Submit","data":{{expected}}}""");

    // An anonymous object keeps its properties here, whichever way ToJson is built. What loses them is the
    // connector's serializer, which leaves out properties without a setter, when it is handed a typed card.
    public static TheoryData<object?, string> Datas() => new()
    {
        { new JObject { ["Id"] = 1, ["none"] = null }, """{"Id":1,"none":null}""" },
        { new { Id = 1, none = (string?)null }, """{"Id":1,"none":null}""" },
        { new Press { Id = 7, Renamed = "x" }, """{"Id":7,"other":"x"}""" },
        { new Dictionary<string, object> { ["msteams"] = new { type = "task/fetch" } }, """{"msteams":{"type":"task/fetch"}}""" },
        { "text", "\"text\"" },
    };

    [Fact]
    public void No_data_is_left_out() => Gives(new AdaptiveSubmitAction(), """{"type":"Action.Submit"}""");

    [Fact]
    public void Data_can_be_read_and_set_as_JSON()
    {
        var action = new AdaptiveExecuteAction { DataJson = """{"match":"m1"}""" };

        Assert.Equal("m1", Assert.IsType<JObject>(action.Data)["match"]);
        Assert.Equal("""{"match":"m1"}""", JToken.Parse(action.DataJson).ToString(Formatting.None));

        action.DataJson = null;
        Assert.Null(action.Data);
        Assert.Null(action.DataJson);
    }

    private static void Gives(AdaptiveAction action, string expected)
    {
        var json = JObject.Parse(new AdaptiveCard("1.5") { Actions = { action } }.ToJson());
        Assert.Equal(JToken.Parse(expected).ToString(Formatting.None), json["actions"]![0]!.ToString(Formatting.None));
    }

    private sealed class Press
    {
        public int Id { get; set; }

        [JsonProperty("other")]
        public string? Renamed { get; set; }
    }
}
