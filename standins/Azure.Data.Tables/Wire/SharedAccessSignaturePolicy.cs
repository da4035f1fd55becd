using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>Lets in by a signature that somebody with the key has given away.</summary>
internal sealed class SharedAccessSignaturePolicy(string signature) : HttpPipelineSynchronousPolicy
{
    private readonly string signature = signature.TrimStart('?');

    public override void OnSendingRequest(HttpMessage message)
    {
        var query = message.Request.Uri.Query;
        if (query.Contains(signature, StringComparison.Ordinal))
            return;
        message.Request.Uri.Query = query is "" or "?" ? signature : $"{query}&{signature}";
    }
}
