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
                Fallback = new AdaptiveFallbackElement(new AdaptiveSubmitAction { Title = "Accept", Data = new JObject { ["match"] = "m1" } }),
            },
            """
            {"type":"Action.Execute","id":"accept","data":{"match":"m1"},"verb":"offers.accept.v1","title":"Accept",
            "fallback":{"type":"Action.Submit","data":{"match":"m1"},"title":"Accept"}}
            """);

    [Fact]
    public void A_target_without_a_visibility_is_its_bare_id() =>
        Gives(
            new AdaptiveToggleVisibilityAction
            {
                Title = "More",
                TargetElements = { "a", new AdaptiveTargetElement("b", false), new AdaptiveTargetElement("c") },
            },
            """{"type":"Action.ToggleVisibility","targetElements":["a",{"elementId":"b","isVisible":false},"c"],"title":"More"}""");

    [Fact]
    public void A_link_is_written_as_it_was_given() =>
        Gives(
            new AdaptiveOpenUrlAction { Title = "Join", Url = new Uri("https://example.org/l/call/0/0?users=a%40b.example") },
            """{"type":"Action.OpenUrl","url":"https://example.org/l/call/0/0?users=a%40b.example","title":"Join"}""");

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
