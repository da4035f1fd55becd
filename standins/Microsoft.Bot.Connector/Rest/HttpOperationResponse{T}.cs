namespace Microsoft.Rest;

public class HttpOperationResponse<TBody> : HttpOperationResponse
{
    public TBody Body { get; set; }
}
