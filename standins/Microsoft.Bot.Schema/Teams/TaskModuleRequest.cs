using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

/// <summary>What the invokes <c>task/fetch</c> and <c>task/submit</c> carry.</summary>
public class TaskModuleRequest
{
    [JsonProperty("data")]
    public object Data { get; set; }

    [JsonProperty("context")]
    public TaskModuleRequestContext Context { get; set; }
}
