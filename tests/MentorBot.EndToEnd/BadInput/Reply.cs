using Newtonsoft.Json.Linq;

namespace MentorBot.EndToEnd.BadInput;

/// <summary>What came of an activity: the answer, and what the bot sent meanwhile.</summary>
internal sealed record Reply(JObject Activity, int Status, string Text, JObject? Body, IReadOnlyList<Sink.Sent> Sent)
{
    private const string Apology = "something went wrong";

    /// <summary>The form closed without a word.</summary>
    public bool IsClosed => Status == 200 && (string?)Activity["name"] == "task/submit" && Body?["task"] is null;

    /// <summary>Why a person would not know where they are; null when all is clear.</summary>
    public string? Unclear
    {
        get
        {
            if (Status != 200)
                return $"answered with HTTP {Status}";
            if (Text.Contains(Apology, StringComparison.Ordinal) || Sent.Any(each => each.Body.Contains(Apology, StringComparison.Ordinal)))
                return "answered with the apology of an unhandled error";
            if (Stray is { } stray)
                return $"wrote into somebody else's chat ({stray.Path})";
            return (string?)Activity["type"] switch
            {
                "message" => Sent.Count > 0 ? null : "answered with silence",
                "invoke" => UnclearAnswer,
                _ => null,
            };
        }
    }

    private Sink.Sent? Stray => Sent.FirstOrDefault(each => !each.Path.Contains((string?)Activity.SelectToken("conversation.id") ?? "?", StringComparison.Ordinal));

    private string? UnclearAnswer => (string?)Activity["name"] is "task/fetch" or "task/submit"
        ? (IsClosed, (string?)Body?.SelectToken("task.type"), Body?.SelectToken("task.value")) switch
        {
            (true, _, _) => null,
            (_, "message", JValue { Value: string { Length: > 0 } }) => null,
            (_, "continue", JObject form) when (string?)form.SelectToken("card.content.type") == "AdaptiveCard" && (string?)form["title"] is { Length: > 0 } => null,
            _ => $"answered with neither form nor line: {Text}",
        }
        : ((int?)Body?["statusCode"], (string?)Body?["type"], Body?["value"]) switch
        {
            (200, "application/vnd.microsoft.activity.message", JValue { Value: string { Length: > 0 } }) => null,
            (200, "application/vnd.microsoft.search.searchResponse", JObject { Count: 1 } list) when list["results"] is JArray && (string?)Activity["name"] == "application/search" => null,
            (200, "application/vnd.microsoft.card.adaptive", JObject card) when (string?)card["type"] == "AdaptiveCard" => null,
            _ => $"answered with neither card nor line: {Text}",
        };
}
