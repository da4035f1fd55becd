using MentorBot.Flows.Cards;
using MentorBot.Rehearsal;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace MentorBot.EndToEnd.BadInput;

/// <summary>Watches the towns, and notes each button when somebody first has it before their eyes.</summary>
internal sealed class Sightings
{
    /// <summary>In no story, so that picking them is always possible.</summary>
    private const string SomebodyElse = "ifeoma.uche";

    /// <summary>Of one action, over all stories: forty people who do the same thing teach no more than a few.</summary>
    private const int MostOfOneAction = 6;

    private readonly Lock gate = new();
    private readonly Dictionary<string, int> ofAction = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Sighting> seen = new(StringComparer.Ordinal);

    public IReadOnlyList<Sighting> All
    {
        get
        {
            lock (gate)
                return [.. seen.Values];
        }
    }

    public void Note(PlayedTown town, Seen shown)
    {
        var (sheet, card) = shown switch
        {
            SeenForm form => (form.Json, null),
            SeenCard { Entry: { Card: { } json, Id: var id } } => (json, id),
            _ => (null, null),
        };
        if (sheet is null)
            return;

        lock (gate)
        {
            Moment? now = null;
            foreach (var button in Buttons(sheet))
            {
                var data = (JObject)button["data"]!;
                var kind = card is null ? Kind.Submission : data.SelectToken("msteams.type") is null ? Kind.Press : Kind.FormOpener;
                var what = $"{town.Title} {shown.By.Name} {kind} {data.ToString(Formatting.None)}";
                var action = (string?)data["action"] ?? "";
                if (!seen.ContainsKey(what) && ofAction.GetValueOrDefault($"{kind} {action}") < MostOfOneAction)
                {
                    now ??= town.Now;
                    ofAction[$"{kind} {action}"] = ofAction.GetValueOrDefault($"{kind} {action}") + 1;
                    var fields = kind == Kind.Submission ? Fields(sheet) : [];
                    seen.Add(what, new(shown.By, kind, action, (string?)button["title"] ?? "", data, fields, card, now) { In = town });
                }
            }
        }
    }

    public static IEnumerable<JObject> Buttons(JObject sheet) => sheet.Descendants().OfType<JObject>().Where(each =>
        (string?)each["type"] is "Action.Execute" or "Action.Submit" && each["data"] is JObject && each.Parent is JArray);

    private static List<Field> Fields(JObject sheet) =>
    [
        .. sheet.Descendants().OfType<JObject>()
            .Where(each => ((string?)each["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true)
            .Select(each => new Field(
                (string)each["id"]!,
                (string)each["type"]!,
                (bool?)each["isRequired"] ?? false,
                (int?)each["maxLength"],
                (string?)each["value"] is { Length: > 0 } value ? value : Filled(each))),
    ];

    /// <summary>Something that the input takes; beside a list of people no name is typed.</summary>
    private static string Filled(JObject input) => (string?)input.SelectToken("choices[0].value")
        ?? (input["choices.data"] is not null ? SomebodyElse
            : (string?)input["type"] != "Input.Text" || ((string)input["id"]!).EndsWith(PeoplePicker.TypedIn(""), StringComparison.Ordinal) ? ""
            : "A few words.");
}
