using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;

namespace MentorBot.Testing.Cards;

/// <summary>
/// JSON schema, as far as those of Adaptive Cards and of the Teams manifest go. A keyword that is not among these is an error of whoever brings the schema,
/// so that nothing is passed over in silence.
/// </summary>
/// <remarks>
/// Stricter than the drafts in one place: a pattern that speaks of an end must match the whole of a string. Those of cards say
/// <c>^(a)|(b)$</c> where they mean <c>^(a|b)$</c>, and by the letter <c>almost</c> would be a <c>most</c>.
/// </remarks>
public sealed class JsonSchema
{
    private static readonly HashSet<string> Keywords =
    [
        "$ref", "type", "properties", "required", "enum", "anyOf", "allOf", "additionalProperties", "items", "pattern", "format",
        "const", "oneOf", "not", "if", "then", "dependencies", "uniqueItems", "minProperties",
        "minLength", "maxLength", "minItems", "maxItems", "minimum", "maximum",
        "$schema", "id", "definitions", "description", "default", "examples", "example", "version", "features",
    ];

    private readonly JObject _root;

    /// <exception cref="NotSupportedException">The schema uses a keyword that is not checked here.</exception>
    public JsonSchema(JObject root)
    {
        _root = root;
        Refuse(root);
    }

    public IReadOnlyList<CardFinding> Check(JToken instance) => [.. Findings(_root, instance).Distinct()];

    private static void Refuse(JObject schema)
    {
        var unknown = schema.Properties().FirstOrDefault(property => !Keywords.Contains(property.Name));
        if (unknown is not null)
            throw new NotSupportedException($"The schema keyword at {unknown.Path} is not checked.");
        foreach (var part in Parts(schema))
            Refuse(part);
    }

    private static IEnumerable<JObject> Parts(JObject schema)
    {
        var named = new[] { "definitions", "properties", "dependencies" }.SelectMany(keyword => (schema[keyword] as JObject ?? []).PropertyValues());
        var listed = new[] { "anyOf", "allOf", "oneOf" }.SelectMany(keyword => schema[keyword] ?? new JArray());
        var single = new[] { "items", "additionalProperties", "not", "if", "then" }.Select(keyword => schema[keyword]);
        return named.Concat(listed).Concat(single).OfType<JObject>();
    }

    private List<CardFinding> Findings(JObject schema, JToken instance)
    {
        schema = Resolve(schema);
        if (schema["type"] is { } type && !(type is JArray several ? several.Values<string>() : [(string)type!]).Any(one => IsA(one!, instance)))
            return [Finding(instance, $"is {Kind(instance)}, not {type}")];

        var findings = new List<CardFinding>();
        if (schema["enum"] is JArray values && !values.Any(value => JToken.DeepEquals(value, instance)))
            findings.Add(Finding(instance, $"'{instance}' is not one of {string.Join(", ", values)}"));
        if (schema["const"] is { } value && !JToken.DeepEquals(value, instance))
            findings.Add(Finding(instance, $"is not '{value}'"));
        findings.AddRange(OfSize(schema, instance));
        if ((string?)schema["pattern"] is { } pattern && !Matches(pattern, instance))
            findings.Add(Finding(instance, $"'{instance}' does not match {pattern}"));
        if ((string?)schema["format"] is { } format && !IsUri(format, instance))
            findings.Add(Finding(instance, $"'{instance}' is not a {format}"));

        if (instance is JObject members)
            findings.AddRange(OfMembers(schema, members));
        if (instance is JArray items && schema["items"] is JObject itemSchema)
            findings.AddRange(items.SelectMany(item => Findings(itemSchema, item)));
        foreach (var part in schema["allOf"] ?? new JArray())
            findings.AddRange(Findings((JObject)part, instance));
        if (schema["anyOf"] is JArray choices)
            findings.AddRange(OfChoices([.. choices.Cast<JObject>()], instance));
        if (schema["oneOf"] is JArray one && one.Count(choice => IsAllowed(choice, instance)) != 1)
            findings.Add(Finding(instance, "is not exactly one of those that it may be"));
        if (schema["not"] is { } never && IsAllowed(never, instance))
            findings.Add(Finding(instance, "is what it must not be"));
        if (schema["if"] is { } condition && schema["then"] is JObject consequence && IsAllowed(condition, instance))
            findings.AddRange(Findings(consequence, instance));
        return findings;
    }

    private bool IsAllowed(JToken schema, JToken instance) => Findings((JObject)schema, instance).Count == 0;

    private static IEnumerable<CardFinding> OfSize(JObject schema, JToken instance)
    {
        var (what, size) = instance switch
        {
            JArray items => ("Items", items.Count),
            JObject members => ("Properties", members.Count),
            JValue { Value: string text } => ("Length", text.Length),
            _ => ("imum", Kind(instance) == "number" ? (double)instance : double.NaN),
        };
        if (size < (double?)schema["min" + what])
            yield return Finding(instance, $"has {size}, and needs {schema["min" + what]}");
        if (size > (double?)schema["max" + what])
            yield return Finding(instance, $"has {size}, and may have {schema["max" + what]}");
        if ((bool?)schema["uniqueItems"] == true && instance is JArray all && all.Distinct(JToken.EqualityComparer).Count() < all.Count)
            yield return Finding(instance, "has something twice");
    }

    private IEnumerable<CardFinding> OfMembers(JObject schema, JObject instance)
    {
        foreach (var name in schema["required"] ?? new JArray())
            if (!instance.ContainsKey((string)name!))
                yield return Finding(instance, $"lacks '{name}'");

        var known = schema["properties"] as JObject ?? [];
        foreach (var member in instance.Properties())
        {
            var allowed = known[member.Name] ?? schema["additionalProperties"];
            if (allowed is JValue { Value: false })
                yield return Finding(member.Value, "is not known here");
            foreach (var finding in allowed is JObject declared ? Findings(declared, member.Value) : [])
                yield return finding;
            foreach (var finding in schema["dependencies"]?[member.Name] is JObject then ? Findings(then, instance) : [])
                yield return finding;
        }
    }

    /// <summary>Elements and actions are told apart by their type, so that only the one meant is reported on, not all that it is not.</summary>
    private List<CardFinding> OfChoices(List<JObject> choices, JToken instance)
    {
        if ((instance as JObject)?["type"] is JValue { Value: string type } && choices.Exists(choice => Types(choice) is not null))
        {
            choices = choices.FindAll(choice => Types(choice)?.Contains(type) == true);
            if (choices.Count == 0)
                return [Finding(instance, $"nothing of the type '{type}' is known here")];
        }

        return choices.ConvertAll(choice => Findings(choice, instance)).MinBy(findings => findings.Count)!;
    }

    /// <summary>The values that a schema allows for <c>type</c>; null if it says nothing about it.</summary>
    private IEnumerable<string>? Types(JObject schema)
    {
        schema = Resolve(schema);
        if (schema["properties"]?["type"]?["enum"] is JArray own)
            return own.Values<string>()!;
        if (schema["allOf"] is JArray all)
            return all.Select(part => Types((JObject)part)).FirstOrDefault(types => types is not null);
        var choices = schema["anyOf"]?.Select(choice => Types((JObject)choice)).ToList();
        return choices is null || choices.Contains(null) ? null : choices.SelectMany(types => types!);
    }

    private JObject Resolve(JObject schema)
    {
        while ((string?)schema["$ref"] is { } reference)
            schema = reference["#/".Length..].Split('/').Aggregate(_root, (at, name) => (JObject)at[name]!);
        return schema;
    }

    private static CardFinding Finding(JToken instance, string problem) => new(instance.Path.Length == 0 ? "card" : instance.Path, problem);

    private static bool IsA(string type, JToken instance) => type == Kind(instance) || (type == "integer" && instance.Type == JTokenType.Integer);

    private static string Kind(JToken instance) => instance.Type switch
    {
        JTokenType.Object => "object",
        JTokenType.Array => "array",
        JTokenType.Integer or JTokenType.Float => "number",
        JTokenType.Boolean => "boolean",
        JTokenType.Null => "null",
        _ => "string",
    };

    private static bool Matches(string pattern, JToken instance) =>
        Kind(instance) == "string" && Regex.IsMatch((string)instance!, pattern.EndsWith('$') ? $"^(?:{pattern})$" : pattern, RegexOptions.CultureInvariant);

    private static bool IsUri(string format, JToken instance) => format switch
    {
        "uri" => Uri.IsWellFormedUriString((string?)instance, UriKind.Absolute),
        "uri-reference" => Uri.IsWellFormedUriString((string?)instance, UriKind.RelativeOrAbsolute),
        _ => throw new NotSupportedException($"The format {format} is not checked."),
    };
}
