namespace Microsoft.Bot.Builder;

/// <summary>Keeps objects under keys.</summary>
public interface IStorage
{
    /// <summary>Those of the keys that are there; the others are left out.</summary>
    Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default);

    Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default);

    Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default);
}
