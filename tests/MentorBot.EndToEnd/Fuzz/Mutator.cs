using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MentorBot.EndToEnd.Fuzz;

/// <summary>
/// Makes of an activity one that no client sends: a few places of it bent, by a seed, so that what went wrong can be had again.
/// It bends so that nothing valid comes of it: in what a button carries, an id is never exchanged for another text.
/// </summary>
internal sealed class Mutator(int seed)
{
    private const int MostPlaces = 4;

    private static readonly JsonSerializerSettings Plain = new() { StringEscapeHandling = StringEscapeHandling.EscapeNonAscii, MaxDepth = null };

    /// <summary>As JSON text, for serializers would not write them: each in the place of anything.</summary>
    private static readonly string[] WrongKinds =
    [
        "null", "true", "false", "0", "-1", "1.5", "1e400", "-0.0", "99999999999999999999999999", "[]", "{}", "[null]", "[[],{}]", "{\"a\":null}", "{\"\":{\"\":\"\"}}",
        "{\"$type\":\"System.Object, System.Private.CoreLib\"}", "{\"$ref\":\"1\"}", "{\"$id\":\"1\",\"$values\":[]}", "{\"id\":[],\"name\":{},\"aadObjectId\":7}",
    ];

    /// <summary>Texts that are trouble, as JSON: halves of pairs, what keys forbid, no character at all, and many of them.</summary>
    private static readonly string[] Texts =
    [
        "\"\"", "\" \"", "\"\\ud800\"", "\"\\udc00\\ud800\"", "\"\\u0000\"", "\"\\u0001\\u001f\\u007f\\u0085\\u2028\\ufffe\\uffff\"", "\"a/b\\\\c#d?e|f\"", "\"../../rows.db\"", "\"%2e%2e%2f\"",
        "\"\\u202eevitagen\"", "\"\\ud83d\\ude00\"", "\"{0}\"", "\"${x}\"", "\"<script>\"", "\"'; --\"", "\"unknown\"", "\"MSTEAMS\"", "\"9999-12-31T23:59:60Z\"", "\"2026-13-45\"",
        '"' + new string('x', 20_000) + '"', '"' + string.Concat(Enumerable.Repeat("\\u00e9", 3_000)) + '"',
    ];

    private static readonly string[] Types = ["\"event\"", "\"typing\"", "\"trace\"", "\"endOfConversation\"", "\"handoff\"", "\"contactRelationUpdate\"", "\"messageReaction\"", "\"messageDelete\"", "\"command\"", "\"\\ud800\"", "\"Invoke\"", "\"MESSAGE\""];

    private readonly Random random = new(seed);

    /// <param name="other">Another activity, of which parts come into this one.</param>
    public byte[] Bend(JObject activity, JObject other)
    {
        var bent = (JObject)activity.DeepClone();
        for (var places = random.Next(1, MostPlaces + 1); places > 0; places--)
            BendOnePlace(bent, other);
        return Written(JsonConvert.SerializeObject(bent, Plain));
    }

    private void BendOnePlace(JObject activity, JObject other)
    {
        var all = activity.Descendants().OfType<JProperty>().Where(property => property.Value is not JRaw).ToList();
        if (all.Count == 0)
            return;
        var property = all[random.Next(all.Count)];
        switch (random.Next(9))
        {
            case 0:
                property.Remove();
                break;
            case 1:
                property.Value = JValue.CreateNull();
                break;
            case 2 or 3:
                property.Value = new JRaw(One(WrongKinds));
                break;
            case 4 when !IsCarried(property):
                property.Value = new JRaw(One(Texts));
                break;
            case 5 when !IsCarried(property):
                property.Value = other.Descendants().OfType<JProperty>().ElementAt(random.Next(other.Descendants().OfType<JProperty>().Count())).Value.DeepClone();
                break;
            case 6:
                property.Value = new JRaw(Nested());
                break;
            case 7:
                // The same name twice: the later one counts, and is nothing.
                property.Value = new JRaw($"{JsonConvert.SerializeObject(property.Value, Plain)},{JsonConvert.ToString(property.Name)}:{One(WrongKinds)}");
                break;
            default:
                activity["type"] = new JRaw(One(Types));
                break;
        }
    }

    /// <summary>Mostly the text as it is; now and then cut off, with bytes exchanged, or with more behind its end.</summary>
    private byte[] Written(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        switch (random.Next(20))
        {
            case 0:
                return bytes[..random.Next(bytes.Length)];
            case 1:
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                bytes[random.Next(bytes.Length)] = 0xFF;
                return bytes;
            case 2:
                return [.. bytes, .. Encoding.UTF8.GetBytes(One(WrongKinds))];
            case 3:
                return [0xEF, 0xBB, 0xBF, .. bytes];
            default:
                return bytes;
        }
    }

    /// <summary>What a button carries stands in the value's data.</summary>
    private static bool IsCarried(JProperty property) => property.Ancestors().OfType<JProperty>().Any(above => above.Name == "value") || property.Name is "value" or "text" or "name" or "data";

    private string Nested()
    {
        var depth = random.Next(4) == 0 ? 20_000 : random.Next(2, 64);
        var isList = random.Next(2) == 0;
        return new StringBuilder().Insert(0, isList ? "[" : "{\"a\":", depth).Append(random.Next(10).ToString(CultureInfo.InvariantCulture)).Append(isList ? ']' : '}', depth).ToString();
    }

    private string One(string[] of) => of[random.Next(of.Length)];
}
