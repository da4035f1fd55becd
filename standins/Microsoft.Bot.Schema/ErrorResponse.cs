using Newtonsoft.Json;

namespace Microsoft.Bot.Schema;

public class ErrorResponse
{
    public ErrorResponse()
    {
    }

    public ErrorResponse(Error error = default) => Error = error;

    [JsonProperty("error")]
    public Error Error { get; set; }
}
