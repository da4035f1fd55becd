using Microsoft.Rest;

namespace Microsoft.Bot.Schema;

/// <summary>The connector answered with anything but success.</summary>
public class ErrorResponseException : RestException
{
    public ErrorResponseException()
    {
    }

    public ErrorResponseException(string message)
        : base(message)
    {
    }

    public ErrorResponseException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public HttpRequestMessageWrapper Request { get; set; }

    /// <summary>Status code, headers (such as <c>Retry-After</c>) and text of the answer.</summary>
    public HttpResponseMessageWrapper Response { get; set; }

    /// <summary>The answer's JSON; null where it has none.</summary>
    public ErrorResponse Body { get; set; }
}
