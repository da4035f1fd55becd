using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

public class ResourceResponse
{
    public ResourceResponse()
    {
    }

    public ResourceResponse(string id = default) => Id = id;

    [JsonProperty("id")]
    public string Id { get; set; }
}
