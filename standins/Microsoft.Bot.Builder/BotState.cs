using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>A bag of named values under one storage key, read and written at most once a turn. The last writer wins: no ETag is kept.</summary>
public abstract class BotState : IPropertyManager
{
    private readonly IStorage _storage;
    private readonly string _contextServiceKey;

    protected BotState(IStorage storage, string contextServiceKey)
    {
        _storage = storage ?? throw new ArgumentNullException(nameof(storage));
        _contextServiceKey = contextServiceKey ?? throw new ArgumentNullException(nameof(contextServiceKey));
    }

    public IStatePropertyAccessor<T> CreateProperty<T>(string name)
    {
        if (string.IsNullOrWhiteSpace(name))
            throw new ArgumentNullException(nameof(name));

        return new Accessor<T>(this, name);
    }

    public virtual async Task LoadAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);

        var cached = GetCachedState(turnContext);
        var key = GetStorageKey(turnContext);
        if (!force && cached?.State != null)
            return;

        var items = await _storage.ReadAsync([key], cancellationToken);
        turnContext.TurnState[_contextServiceKey] = items.TryGetValue(key, out var stored) ? Cached(stored) : new CachedBotState();
    }

    public virtual async Task SaveChangesAsync(ITurnContext turnContext, bool force = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);

        var cached = GetCachedState(turnContext);
        if (cached == null || (!force && !cached.IsChanged()))
            return;

        await _storage.WriteAsync(new Dictionary<string, object> { [GetStorageKey(turnContext)] = cached.State }, cancellationToken);
        cached.Hash = CachedBotState.Fingerprint(cached.State);
    }

    public virtual Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);

        turnContext.TurnState.Remove(_contextServiceKey);
        return _storage.DeleteAsync([GetStorageKey(turnContext)], cancellationToken);
    }

    public CachedBotState GetCachedState(ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return turnContext.TurnState.Get<CachedBotState>(_contextServiceKey);
    }

    protected abstract string GetStorageKey(ITurnContext turnContext);

    /// <exception cref="KeyNotFoundException">There is none, and its type has no null.</exception>
    protected Task<T> GetPropertyValueAsync<T>(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(propertyName);

        if (!TryGet<T>(turnContext, propertyName, out var value) && typeof(T).IsValueType)
            throw new KeyNotFoundException(propertyName);

        return Task.FromResult(value);
    }

    protected Task DeletePropertyValueAsync(ITurnContext turnContext, string propertyName, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(propertyName);

        GetCachedState(turnContext).State.Remove(propertyName);
        return Task.CompletedTask;
    }

    protected Task SetPropertyValueAsync(ITurnContext turnContext, string propertyName, object value, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(propertyName);

        GetCachedState(turnContext).State[propertyName] = value;
        return Task.CompletedTask;
    }

    private bool TryGet<T>(ITurnContext turnContext, string name, out T value)
    {
        var found = GetCachedState(turnContext).State.TryGetValue(name, out var stored);
        value = stored switch
        {
            T own => own,
            null => default,
            // Storage that keeps no types gives JSON back.
            JToken json => json.ToObject<T>(),
            _ => JToken.FromObject(stored).ToObject<T>(),
        };
        return found;
    }

    private static CachedBotState Cached(object stored) => stored switch
    {
        null => new CachedBotState(),
        IDictionary<string, object> values => new CachedBotState(values),
        JObject json => new CachedBotState(json.ToObject<IDictionary<string, object>>()),
        _ => throw new InvalidOperationException("What storage has under this key is no state of a bot."),
    };

    public class CachedBotState
    {
        internal CachedBotState(IDictionary<string, object> state = null)
        {
            State = state ?? new Dictionary<string, object>();
            Hash = Fingerprint(State);
        }

        public IDictionary<string, object> State { get; set; }

        internal string Hash { get; set; }

        internal bool IsChanged() => Hash != Fingerprint(State);

        internal static string Fingerprint(object state) => JsonConvert.SerializeObject(state);
    }

    private sealed class Accessor<T>(BotState state, string name) : IStatePropertyAccessor<T>
    {
        public string Name => name;

        // What storage gives back without its type is a copy at each call: changes to it count only after SetAsync.
        public async Task<T> GetAsync(ITurnContext turnContext, Func<T> defaultValueFactory, CancellationToken cancellationToken)
        {
            await state.LoadAsync(turnContext, false, cancellationToken);
            if (state.TryGet<T>(turnContext, name, out var value) && value != null)
                return value;
            if (defaultValueFactory == null)
                return default;

            value = defaultValueFactory();
            await state.SetPropertyValueAsync(turnContext, name, value, cancellationToken);
            return value;
        }

        public async Task DeleteAsync(ITurnContext turnContext, CancellationToken cancellationToken)
        {
            await state.LoadAsync(turnContext, false, cancellationToken);
            await state.DeletePropertyValueAsync(turnContext, name, cancellationToken);
        }

        public async Task SetAsync(ITurnContext turnContext, T value, CancellationToken cancellationToken)
        {
            await state.LoadAsync(turnContext, false, cancellationToken);
            await state.SetPropertyValueAsync(turnContext, name, value, cancellationToken);
        }
    }
}
