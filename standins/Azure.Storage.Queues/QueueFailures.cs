using System.Diagnostics.CodeAnalysis;
using System.Xml;
using System.Xml.Linq;
using Azure.Core;

namespace Azure.Storage.Queues;

/// <summary>Reads what the service says of a failure: the code in a header or in the XML of the body, the message in the body.</summary>
internal sealed class QueueFailures : RequestFailedDetailsParser
{
    public override bool TryParse(Response response, [NotNullWhen(true)] out ResponseError? error, [NotNullWhen(true)] out IDictionary<string, string>? data)
    {
        var body = Body(response);
        var code = response.Headers.TryGetValue("x-ms-error-code", out var header) ? header : body?.Element("Code")?.Value;
        error = new(code, body?.Element("Message")?.Value);
        data = new Dictionary<string, string>();
        return code is not null;
    }

    private static XElement? Body(Response response)
    {
        if (response.ContentStream is not { CanSeek: true } || response.Content.ToMemory().IsEmpty)
            return null;

        try
        {
            return XElement.Load(response.Content.ToStream());
        }
        catch (XmlException)
        {
            // Not from the service itself, but from something before it.
            return null;
        }
    }
}
