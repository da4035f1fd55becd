using MentorBot.Storage.Rows;
using Newtonsoft.Json.Linq;

namespace MentorBot.EndToEnd.BadInput;

/// <summary>What a press or a form can carry in the place of what it should, by name.</summary>
internal static class BadData
{
    public const string Removed = "nothing at all";

    /// <summary>In the place of one thing that is carried.</summary>
    public static readonly IReadOnlyDictionary<string, JToken?> Values = new Dictionary<string, JToken?>(StringComparer.Ordinal)
    {
        [Removed] = null,
        ["null"] = JValue.CreateNull(),
        ["a number"] = 42,
        ["a number beyond all types"] = new JRaw("99999999999999999999999999"),
        ["yes"] = true,
        ["an array"] = new JArray("a", new JArray("b")),
        ["an object in an object"] = new JObject { ["a"] = new JObject { ["b"] = 1 } },
        ["an empty text"] = "",
        ["white space"] = " \t ",
        ["a choice that there is not"] = "NoSuchChoice",
        ["an unknown id"] = "0198c0ffee0000000000000000c0ffee",
        ["an id with dots"] = "a.b.7",
        ["a path"] = "../../rows.db",
        ["what keys must not hold"] = "a/b\\c#d?e|f%2Fg",
        ["128 percent signs"] = new string('%', 128),
        ["control characters"] = "a\u0000b\u0001c\nd\u007f\u0085",
        ["other scripts"] = "名前\u202e😀e\u0301",
        ["half a pair"] = "\ud83d",
        ["a moment"] = "2026-03-02T08:00:00Z",
        ["the last day of all"] = "9999-12-31",
        ["5,000 characters"] = new string('x', 5_000),
        ["10,000 characters"] = new string('y', 10_000),
    };

    /// <summary>In the place of everything.</summary>
    public static readonly IReadOnlyDictionary<string, JToken?> Whole = new Dictionary<string, JToken?>(StringComparer.Ordinal)
    {
        [Removed] = null,
        ["null"] = JValue.CreateNull(),
        ["a text"] = "offers.send.v1",
        ["a number"] = 7,
        ["an array"] = new JArray(new JObject { ["action"] = "offers.send.v1" }),
        ["an empty object"] = new JObject(),
    };

    /// <summary>The data with something else in these places.</summary>
    public static JObject With(JObject data, IEnumerable<string> names, JToken? value)
    {
        var bent = (JObject)data.DeepClone();
        foreach (var name in names)
        {
            if (value is null)
                bent.Remove(name);
            else
                bent[name] = value.DeepClone();
        }

        return bent;
    }

    /// <summary>
    /// An id that no row knows came with a form that begins something; another one there is as good. Ids of things there are, what a
    /// form needs, and texts within their length must be right.
    /// </summary>
    public static May Allowed(Sighting sighting, JObject bent)
    {
        var valid = sighting.Valid;
        var known = RowDump.Of(sighting.Then.Rows);
        return sighting.Ids.Any(id => Differs(id) && known.Mentions((string)valid[id]!))
            || sighting.Fields.Any(field => Differs(field.Id) && (field.IsRequired || ((string?)(bent[field.Id] as JValue))?.Length > field.Longest))
            ? May.ChangeNothing
            : May.ActAsUsual;

        bool Differs(string name) => !JToken.DeepEquals(valid[name], bent[name]);
    }
}
