using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

/// <summary>What an invoke named <c>adaptiveCard/action</c> carries.</summary>
public class AdaptiveCardInvokeValue
{
    [JsonProperty("action")]
    public AdaptiveCardInvokeAction Action { get; set; }
}
