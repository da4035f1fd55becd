using MentorBot.Domain.Profiles;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Dialogs;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;

namespace MentorBot.Flows.Turns;

/// <summary>
/// The SDK's dialog state on our rows. It writes type names into its JSON, and reading those back would let whoever can write a
/// row create any object; so only the types that a dialog stack is made of are known by name.
/// </summary>
public sealed class StateStorage(IConversationStates states) : IStorage
{
    private static readonly JsonSerializerSettings Settings = new()
    {
        TypeNameHandling = TypeNameHandling.Objects,
        SerializationBinder = new OnlyDialogStacks(),
        MaxDepth = 32,
    };

    public async Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        var found = new Dictionary<string, object>();
        foreach (var key in keys)
            if (await states.Find(key, cancellationToken) is { } json && Read(json) is { } value)
                found[key] = value;
        return found;
    }

    public async Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        foreach (var (key, value) in changes)
            await states.Put(key, JsonConvert.SerializeObject(value, typeof(object), Settings), cancellationToken);
    }

    public async Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        foreach (var key in keys)
            await states.Put(key, null, cancellationToken);
    }

    /// <summary>State that cannot be read is dropped: the conversation begins afresh, and nothing that was decided is lost.</summary>
    private static object? Read(string json)
    {
        try
        {
            return JsonConvert.DeserializeObject<object>(json, Settings);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed class OnlyDialogStacks : ISerializationBinder
    {
        private static readonly Dictionary<string, Type> Known = new[]
        {
            typeof(Dictionary<string, object>), typeof(DialogState), typeof(DialogInstance), typeof(List<DialogInstance>),
        }.ToDictionary(type => type.Name + string.Concat(type.GenericTypeArguments.Select(argument => argument.Name)));

        public Type BindToType(string? assemblyName, string typeName) =>
            Known.TryGetValue(typeName, out var type) ? type : throw new JsonSerializationException("A type that no dialog state holds.");

        public void BindToName(Type serializedType, out string? assemblyName, out string? typeName)
        {
            assemblyName = null;
            typeName = Known.FirstOrDefault(known => known.Value == serializedType).Key
                ?? throw new JsonSerializationException($"{serializedType.Name} does not belong into a dialog's state: ids only.");
        }
    }
}
