using System.Globalization;
using System.Text.Json;
using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>What the service says when it refuses: a code, a message and, in a transaction, the index of the action before the message and a colon.</summary>
internal sealed class ErrorDetails : RequestFailedDetailsParser
{
    public const string FailedEntity = "FailedEntity";

    public override bool TryParse(Response response, out ResponseError? error, out IDictionary<string, string>? data)
    {
        (error, data) = (null, null);
        if (response.ContentStream is null)
            return false;
        try
        {
            using var content = JsonDocument.Parse(response.Content);
            if (content.RootElement.ValueKind != JsonValueKind.Object || !content.RootElement.TryGetProperty("odata.error", out var said))
                return false;

            var code = Text(said, "code");
            var message = said.ValueKind == JsonValueKind.Object && said.TryGetProperty("message", out var text) ? Text(text, "value") : null;
            error = new(code, message);
            data = new Dictionary<string, string>();
            if (message?.Split(':', 2) is [var index, _] && int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                data[FailedEntity] = index;
            return true;
        }
        catch (JsonException)
        {
            // Not from the service, but from something on the way.
            return false;
        }
    }

    private static string? Text(JsonElement of, string name) =>
        of.ValueKind == JsonValueKind.Object && of.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}
