namespace Microsoft.Bot.Builder;

/// <summary>Values of one turn, by name or by type. They belong to whoever put them in: the end of the turn does not dispose of them.</summary>
public class TurnContextStateCollection : Dictionary<string, object>, IDisposable
{
    private bool _over;

    public TurnContextStateCollection()
        : base(StringComparer.OrdinalIgnoreCase)
    {
    }

    public T Get<T>(string key)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(key);
        ObjectDisposedException.ThrowIf(_over, this);
        return TryGetValue(key, out var value) ? value as T : null;
    }

    public T Get<T>()
        where T : class
        => Get<T>(typeof(T).FullName);

    /// <exception cref="ArgumentException">There is one of that name already.</exception>
    public void Add<T>(string key, T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        ObjectDisposedException.ThrowIf(_over, this);
        base.Add(key, value);
    }

    public void Add<T>(T value)
        where T : class
        => Add(typeof(T).FullName, value);

    public void Set<T>(string key, T value)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(key);
        ObjectDisposedException.ThrowIf(_over, this);
        this[key] = value;
    }

    public void Set<T>(T value)
        where T : class
        => Set(typeof(T).FullName, value);

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing) => _over = true;
}
