using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Microsoft.Bot.Builder;

/// <summary>Storage for tests: a dictionary of JSON, so that what is read is never the object that was written.</summary>
public class MemoryStorage : IStorage
{
    private readonly Dictionary<string, JObject> _memory;
    private readonly JsonSerializer _serializer;
    private readonly Lock _lock = new();
    private int _writes;

    public MemoryStorage(JsonSerializer jsonSerializer, Dictionary<string, JObject> dictionary = null)
    {
        _serializer = jsonSerializer ?? throw new ArgumentNullException(nameof(jsonSerializer));
        _memory = dictionary ?? [];
    }

    public MemoryStorage(Dictionary<string, JObject> dictionary = null)
        : this(new JsonSerializer { TypeNameHandling = TypeNameHandling.All, ReferenceLoopHandling = ReferenceLoopHandling.Error }, dictionary)
    {
    }

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);

        var found = new Dictionary<string, object>(keys.Length);
        lock (_lock)
        {
            foreach (var key in keys)
            {
                if (_memory.TryGetValue(key, out var state) && state != null)
                    found[key] = state.ToObject<object>(_serializer);
            }
        }

        return Task.FromResult<IDictionary<string, object>>(found);
    }

    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(changes);

        lock (_lock)
        {
            foreach (var (key, value) in changes)
                _memory[key] = value == null ? null : Stored(key, value);
        }

        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);

        lock (_lock)
        {
            foreach (var key in keys)
                _memory.Remove(key);
        }

        return Task.CompletedTask;
    }

    private JObject Stored(string key, object value)
    {
        var state = JObject.FromObject(value, _serializer);
        if (value is not IStoreItem item)
            return state;

        var current = _memory.GetValueOrDefault(key)?.Value<string>(nameof(IStoreItem.ETag));
        if (current != null && item.ETag != "*" && item.ETag != current)
            throw new InvalidOperationException($"Somebody else wrote '{key}' meanwhile: its ETag is {current}, not {item.ETag}.");

        state[nameof(IStoreItem.ETag)] = (_writes++).ToString(CultureInfo.InvariantCulture);
        return state;
    }
}
