namespace Microsoft.Rest;

public class HttpOperationResponse : IDisposable
{
    public HttpResponseMessage Response { get; set; }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
            Response?.Dispose();
    }
}
