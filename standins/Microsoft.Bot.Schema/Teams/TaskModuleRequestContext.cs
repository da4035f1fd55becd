using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

public class TaskModuleRequestContext
{
    [JsonProperty("theme")]
    public string Theme { get; set; }
}
