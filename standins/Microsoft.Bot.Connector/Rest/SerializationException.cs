namespace Microsoft.Rest;

public class SerializationException : RestException
{
    public SerializationException(string message, string content, Exception innerException)
        : base(message, innerException) => Content = content;

    public string Content { get; set; }
}
