using System.Text.Json;

namespace MentorBot.Packing;

/// <summary>What a part of the manifest must look like.</summary>
internal abstract record Shape
{
    public abstract void Check(JsonElement value, string field, Findings findings);

    /// <param name="Most">In characters, as Teams counts them: UTF-16.</param>
    /// <param name="Translatable">Whether a language file may replace it.</param>
    /// <param name="Complaint">What is wrong with this text; null for nothing.</param>
    public sealed record Text(int Most, bool Translatable = false, Func<string, string?>? Complaint = null) : Shape
    {
        public override void Check(JsonElement value, string field, Findings findings)
        {
            if (Translatable)
                findings.Translatable.Add(field, Most);
            if (value.ValueKind != JsonValueKind.String)
                findings.Add(field, "must be a text.");
            else if (Wrong(value.GetString()!, Most) is { } wrong)
                findings.Add(field, wrong);
            else if (Complaint?.Invoke(value.GetString()!) is { } complaint)
                findings.Add(field, complaint);
        }

        public static string? Wrong(string text, int most) =>
            string.IsNullOrWhiteSpace(text) ? "must not be empty."
            : text.Length > most ? $"may have {most} characters, and has {text.Length}."
            : text.Contains("{{", StringComparison.Ordinal) ? "has a {{place}} that nothing fills."
            : null;
    }

    /// <summary>This and nothing else.</summary>
    public sealed record Exactly(string Json) : Shape
    {
        public override void Check(JsonElement value, string field, Findings findings)
        {
            if (value.GetRawText() != Json)
                findings.Add(field, $"must be {Json}.");
        }
    }

    /// <summary>A file of the package.</summary>
    public sealed record FileOf(Action<byte[], string, Findings> Look) : Shape
    {
        public override void Check(JsonElement value, string field, Findings findings)
        {
            var name = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
            if (findings.Read(field, name) is { } content)
                Look(content, field, findings);
        }
    }

    /// <param name="Differs">A text in each item that no two may share; null where it does not matter.</param>
    public sealed record Every(Shape Item, int Least, int Most, string? Differs = null) : Shape
    {
        public override void Check(JsonElement value, string field, Findings findings)
        {
            if (value.ValueKind != JsonValueKind.Array)
            {
                findings.Add(field, "must be a list.");
                return;
            }

            var count = value.GetArrayLength();
            if (count < Least || count > Most)
                findings.Add(field, Least == Most ? $"must have {Most}, and has {count}." : $"may have {Least} to {Most}, and has {count}.");
            var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var (at, item) in value.EnumerateArray().Index())
            {
                Item.Check(item, $"{field}[{at}]", findings);
                if (Differs is not null && item.ValueKind == JsonValueKind.Object && item.TryGetProperty(Differs, out var text) && !seen.Add(text.ToString()))
                    findings.Add($"{field}[{at}].{Differs}", $"\"{text}\" is there twice.");
            }
        }
    }

    public sealed record Fields(params (string Name, Shape Shape)[] All) : Shape
    {
        /// <summary>Those that may be left out.</summary>
        public string[] Optional { get; init; } = [];

        public override void Check(JsonElement value, string field, Findings findings)
        {
            if (value.ValueKind != JsonValueKind.Object)
            {
                findings.Add(field.Length == 0 ? "manifest.json" : field, "must be an object.");
                return;
            }

            foreach (var (name, shape) in All)
            {
                if (value.TryGetProperty(name, out var part))
                    shape.Check(part, Below(field, name), findings);
                else if (!Optional.Contains(name))
                    Miss(Below(field, name), shape, findings);
            }

            foreach (var unknown in value.EnumerateObject().Where(part => All.All(one => one.Name != part.Name)))
                findings.Add(Below(field, unknown.Name), "is nothing that MentorBot uses. Take it out.");
        }

        private static void Miss(string field, Shape shape, Findings findings)
        {
            findings.Add(field, "is missing.");

            // Its translations are not to blame.
            if (shape is Text { Translatable: true } text)
                findings.Translatable.Add(field, text.Most);
        }

        private static string Below(string field, string name) => field.Length == 0 ? name : $"{field}.{name}";
    }
}
