using Newtonsoft.Json;

namespace Microsoft.Bot.Builder.Dialogs;

/// <summary>A dialog on the stack.</summary>
public class DialogInstance
{
    [JsonProperty("id")]
    public string Id { get; set; }

    /// <summary>Where the dialog is; kept from turn to turn.</summary>
    [JsonProperty("state")]
    public IDictionary<string, object> State { get; set; }
}
