using Newtonsoft.Json;

namespace Microsoft.Bot.Schema.Teams;

public class TeamsChannelData
{
    [JsonProperty("eventType")]
    public string EventType { get; set; }

    [JsonProperty("tenant")]
    public TenantInfo Tenant { get; set; }
}
