using System.Collections;
using MentorBot.Domain;
using NodaTime;

namespace MentorBot.Storage.Rows;

/// <summary>
/// The properties of a row to be written, in the types that the store takes. What is null is left out; instants are ticks
/// since 1970, names of enumerations are their names, lists are joined by commas.
/// </summary>
public sealed class PropertyBag : IEnumerable<KeyValuePair<string, object>>
{
    private readonly Dictionary<string, object> properties = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, object> Properties => properties;

    public void Add(string name, string? value) => Put(name, value);

    public void Add(string name, byte[]? value) => Put(name, value);

    public void Add(string name, bool value) => Put(name, value);

    public void Add(string name, int value) => Put(name, (long)value);

    public void Add(string name, Instant? value) => Put(name, value?.ToUnixTimeTicks());

    public void Add(string name, Enum value) => Put(name, value.ToString());

    public void Add(string name, IEnumerable<string> values) => Put(name, string.Join(',', values));

    public void Add(string name, IEnumerable<PersonId> people) => Put(name, string.Join(',', people.Select(person => KeyText.Of(person.Value))));

    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => properties.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private void Put(string name, object? value)
    {
        if (value is not null)
            properties[name] = value;
    }
}
