using AdaptiveCards;
using Newtonsoft.Json.Linq;

namespace MentorBot.Flows.Cards;

/// <summary>Bars beside each other. Not every client knows charts: where it does not, a sentence stands in its place, so the figures stand elsewhere as well.</summary>
public sealed class BarChart : AdaptiveElement
{
    public const string TypeName = "Chart.HorizontalBar";

    public override string Type { get; set; } = TypeName;

    /// <param name="bars">What each is, and how long.</param>
    /// <param name="otherwise">What is said where charts are not known.</param>
    public static BarChart Of(string title, IEnumerable<(string What, decimal Value)> bars, string otherwise)
    {
        var chart = new BarChart { Fallback = new AdaptiveFallbackElement(Card.Small(otherwise)) };
        chart.AdditionalProperties["title"] = title;
        chart.AdditionalProperties["data"] = new JArray(bars.Select(bar => new JObject { ["x"] = bar.What, ["y"] = bar.Value }));
        return chart;
    }
}
