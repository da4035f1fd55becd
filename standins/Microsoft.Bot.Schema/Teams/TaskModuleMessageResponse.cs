using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

public class TaskModuleMessageResponse : TaskModuleResponseBase
{
    public TaskModuleMessageResponse(string value = default)
        : base("message") => Value = value;

    [JsonProperty("value")]
    public string Value { get; set; }
}
