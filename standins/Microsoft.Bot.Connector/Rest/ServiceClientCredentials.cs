namespace Microsoft.Rest;

/// <summary>What a call to a service proves itself with.</summary>
public abstract class ServiceClientCredentials
{
    /// <summary>Puts the proof on a request that is about to go out.</summary>
    public virtual Task ProcessHttpRequestAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Task.CompletedTask;
    }
}
