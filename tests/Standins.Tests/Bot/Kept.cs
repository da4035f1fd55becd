using Microsoft.Bot.Builder;
using Newtonsoft.Json;

namespace Standins.Tests.Bot;

/// <summary>Storage that keeps JSON, so that what is read is never the object that was written.</summary>
internal sealed class Kept(TypeNameHandling types = TypeNameHandling.All) : IStorage
{
    private readonly Dictionary<string, string> _json = [];
    private readonly JsonSerializerSettings _settings = new() { TypeNameHandling = types };

    public List<string> Written { get; } = [];

    public List<object> Values { get; } = [];

    public int Reads { get; private set; }

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken)
    {
        Reads++;
        return Task.FromResult<IDictionary<string, object>>(
            keys.Where(_json.ContainsKey).ToDictionary(key => key, key => JsonConvert.DeserializeObject(_json[key], _settings)!));
    }

    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken)
    {
        foreach (var (key, value) in changes)
        {
            Written.Add(key);
            Values.Add(value);
            _json[key] = JsonConvert.SerializeObject(value, _settings);
        }

        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken)
    {
        foreach (var key in keys)
            _json.Remove(key);
        return Task.CompletedTask;
    }
}
