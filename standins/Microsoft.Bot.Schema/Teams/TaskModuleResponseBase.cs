using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

public class TaskModuleResponseBase
{
    public TaskModuleResponseBase()
    {
    }

    public TaskModuleResponseBase(string type = default) => Type = type;

    [JsonProperty("type")]
    public string Type { get; set; }
}
