using System.Net.Http.Headers;

namespace Microsoft.Rest;

/// <summary>What remains of an HTTP message after the message itself was disposed of.</summary>
public abstract class HttpMessageWrapper
{
    public string Content { get; set; }

    public IDictionary<string, IEnumerable<string>> Headers { get; } = new Dictionary<string, IEnumerable<string>>();

    protected void CopyHeaders(HttpHeaders headers)
    {
        if (headers == null)
            return;

        foreach (var (name, values) in headers)
            Headers[name] = Headers.TryGetValue(name, out var known) ? known.Concat(values) : values;
    }
}
