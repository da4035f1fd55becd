using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace MentorBot.Testing.Graph;

/// <summary>
/// The routes of Microsoft Graph as they are documented: which there are, which query options they take, what goes in and comes out. A
/// keyword that is not checked here is an error, so that nothing is passed over in silence.
/// </summary>
internal sealed class GraphOpenApi
{
    private static readonly HashSet<string> Keywords =
    [
        "$ref", "type", "properties", "patternProperties", "additionalProperties", "required", "enum", "anyOf", "allOf", "items",
        "minItems", "maxItems", "minimum", "maximum", "pattern", "format",
    ];

    private readonly JsonObject root;
    private readonly List<(Regex Path, JsonObject Item)> routes;

    private GraphOpenApi(JsonObject root)
    {
        this.root = root;
        routes = [.. root["paths"]!.AsObject().Select(path => (new Regex("^" + Regex.Replace(Regex.Escape(path.Key), @"\\\{[a-z]+}", "[^/]+") + "$"), path.Value!.AsObject()))];
    }

    public static GraphOpenApi Open()
    {
        using var stream = typeof(GraphOpenApi).Assembly.GetManifestResourceStream("graph-openapi.json")!;
        return new(JsonNode.Parse(stream)!.AsObject());
    }

    /// <param name="path">As it was sent, escaped, without the version.</param>
    /// <returns>What is wrong with it.</returns>
    public IEnumerable<string> CheckRequest(string method, string path, IEnumerable<string> options, JsonNode? body)
    {
        if (Operation(method, path) is not var (operation, item))
            return ["is no route"];

        var known = new[] { operation, item }.SelectMany(one => one["parameters"]?.AsArray() ?? []).Where(one => (string?)one!["in"] == "query").Select(one => (string?)one!["name"]);
        var findings = options.Except(known).Select(option => $"takes no {option}").ToList();
        var schema = operation["requestBody"]?["content"]?["application/json"]?["schema"]?.AsObject();
        if (schema is null && body is not null)
            findings.Add("takes no body");
        else if (schema is not null)
            findings.AddRange(body is null ? ["needs a body"] : Findings(schema, body, "body"));
        return findings;
    }

    /// <summary>So that the server in tests answers nothing that the real one would not.</summary>
    public IEnumerable<string> CheckAnswer(string method, string path, int status, JsonNode? body) =>
        Operation(method, path) is var (operation, _) && operation["responses"]?[$"{status}"]?["content"]?["application/json"]?["schema"] is JsonObject schema
            ? body is null ? ["answers with nothing"] : Findings(schema, body, "answer")
            : [];

    private (JsonObject Operation, JsonObject Item)? Operation(string method, string path) =>
        routes.Find(route => route.Path.IsMatch(path)).Item is { } item && item[method.ToLowerInvariant()] is JsonObject operation ? (operation, item) : null;

    private List<string> Findings(JsonObject schema, JsonNode? value, string at)
    {
        while ((string?)schema["$ref"] is { } reference)
            schema = root["components"]!["schemas"]![reference["#/components/schemas/".Length..]]!.AsObject();
        if (schema.FirstOrDefault(one => !Keywords.Contains(one.Key)).Key is { } unknown)
            throw new NotSupportedException($"The keyword {unknown} is not checked.");

        if (schema["type"] is { } type && !(type is JsonArray several ? several.Select(one => (string)one!) : [(string)type!]).Any(one => IsA(one, value)))
            return [$"{at} is {Kind(value)}"];
        var findings = new List<string>();
        if (schema["enum"] is JsonArray values && !values.Any(one => JsonNode.DeepEquals(one, value)))
            findings.Add($"{at} is none of {values.ToJsonString()}");
        if ((string?)schema["pattern"] is { } pattern && value is JsonValue text && !Regex.IsMatch((string)text!, pattern))
            findings.Add($"{at} does not match {pattern}");
        if (value is JsonValue number && number.GetValueKind() == JsonValueKind.Number && ((double?)schema["minimum"] > (double)number || (double?)schema["maximum"] < (double)number))
            findings.Add($"{at} is out of range");
        if (value is JsonArray items)
            findings.AddRange(OfItems(schema, items, at));
        if (value is JsonObject members)
            findings.AddRange(OfMembers(schema, members, at));
        foreach (var part in schema["allOf"]?.AsArray() ?? [])
            findings.AddRange(Findings(part!.AsObject(), value, at));
        if (schema["anyOf"] is JsonArray choices)
            findings.AddRange(choices.Select(choice => Findings(choice!.AsObject(), value, at)).MinBy(one => one.Count)!);
        return findings;
    }

    private IEnumerable<string> OfItems(JsonObject schema, JsonArray items, string at)
    {
        if ((int?)schema["minItems"] > items.Count || (int?)schema["maxItems"] < items.Count)
            yield return $"{at} has {items.Count} items";
        if (schema["items"] is JsonObject one)
            foreach (var finding in items.SelectMany((item, number) => Findings(one, item, $"{at}[{number}]")))
                yield return finding;
    }

    private IEnumerable<string> OfMembers(JsonObject schema, JsonObject members, string at)
    {
        foreach (var name in (schema["required"]?.AsArray() ?? []).Select(one => (string)one!).Where(name => !members.ContainsKey(name)))
            yield return $"{at} lacks {name}";
        foreach (var (name, member) in members)
        {
            if (schema["properties"]?[name] is JsonObject declared)
                foreach (var finding in Findings(declared, member, $"{at}.{name}"))
                    yield return finding;
            else if (schema["additionalProperties"] is JsonValue closed && !(bool)closed && !IsDerived(members) && !(schema["patternProperties"]?.AsObject() ?? []).Any(one => Regex.IsMatch(name, one.Key)))
                yield return $"{at}.{name} is not known there";
        }
    }

    /// <summary>The one type that says more than the one described.</summary>
    private static bool IsDerived(JsonObject members) => (string?)members["@odata.type"] == "#microsoft.graph.customTimeZone";

    private static bool IsA(string type, JsonNode? value) => type switch
    {
        "integer" => value?.GetValueKind() == JsonValueKind.Number && (double)value == Math.Floor((double)value),
        _ => type == Kind(value),
    };

    private static string Kind(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.Number => "number",
        JsonValueKind.String => "string",
        _ => "boolean",
    };
}
