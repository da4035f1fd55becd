using System.Collections.Concurrent;
using Newtonsoft.Json.Linq;

namespace MentorBot.Rehearsal.Tests;

/// <summary>What the fake bot does, and what it was sent; it outlives a restart.</summary>
internal sealed class Script
{
    /// <summary>Answers an activity with a status and a body.</summary>
    public Func<FakeBot, JObject, Task<(int Status, JToken? Body)>> OnActivity { get; set; } = (_, _) => Task.FromResult<(int, JToken?)>((200, null));

    public Func<FakeBot, Task> OnIdle { get; set; } = _ => Task.CompletedTask;

    public ConcurrentQueue<JObject> Received { get; } = new();

    public Dictionary<string, string> Headers { get; } = [];

    public Uri? Elsewhere { get; set; }

    public FakeBot Bot { get; set; } = null!;

    public int Starts { get; set; }

    public int Ends { get; set; }

    public int Crashes { get; set; }

    public JObject Last => Received.Last();

    /// <summary>Answers every typed message with this, and invokes with what <paramref name="answer"/> says.</summary>
    public static Script Replying(JObject reply, Func<JObject, JToken?>? answer = null) => new()
    {
        OnActivity = async (bot, activity) =>
        {
            if ((string?)activity["type"] == "invoke")
                return (200, answer?.Invoke(activity));
            if ((string?)activity["type"] == "message")
                await bot.Post((string)activity["conversation"]!["id"]!, reply);
            return (200, null);
        },
    };

    public static JObject Text(string text) => new() { ["type"] = "message", ["text"] = text };

    public static JObject Message(JObject card) => new()
    {
        ["type"] = "message",
        ["attachments"] = new JArray(new JObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = card }),
    };

    public static JObject Card(params JObject[] body) => new() { ["type"] = "AdaptiveCard", ["version"] = "1.5", ["body"] = new JArray(body.Cast<object>().ToArray()) };

    public static JObject Words(string text) => new() { ["type"] = "TextBlock", ["text"] = text };

    public static JObject Buttons(params JObject[] actions) => new() { ["type"] = "ActionSet", ["actions"] = new JArray(actions.Cast<object>().ToArray()) };

    public static JObject Execute(string title, string verb, bool hasFallback = true)
    {
        var data = new JObject { ["action"] = verb, ["id"] = "r-1" };
        var execute = new JObject { ["type"] = "Action.Execute", ["title"] = title, ["verb"] = verb, ["data"] = data };
        if (hasFallback)
            execute["fallback"] = new JObject { ["type"] = "Action.Submit", ["title"] = title, ["data"] = data.DeepClone() };
        return execute;
    }

    public static JObject Submit(string title, string action) => new() { ["type"] = "Action.Submit", ["title"] = title, ["data"] = new JObject { ["action"] = action } };

    public static JObject Opener(string title, string action)
    {
        var submit = Submit(title, action);
        submit["data"]!["msteams"] = new JObject { ["type"] = "task/fetch" };
        return submit;
    }

    public static JObject Input(string type, string id, string label, object? more = null)
    {
        var input = new JObject { ["type"] = $"Input.{type}", ["id"] = id, ["label"] = label };
        if (more is not null)
            input.Merge(JObject.FromObject(more));
        return input;
    }

    public static JArray Choices(params string[] titles) => new(titles.Select((title, at) => new JObject { ["title"] = title, ["value"] = $"c{at + 1}" }));

    public static JObject NewCard(JObject card) => new() { ["statusCode"] = 200, ["type"] = "application/vnd.microsoft.card.adaptive", ["value"] = card };

    public static JObject Line(string text) => new() { ["statusCode"] = 200, ["type"] = "application/vnd.microsoft.activity.message", ["value"] = text };

    public static JObject Form(string title, JObject card) => new()
    {
        ["task"] = new JObject
        {
            ["type"] = "continue",
            ["value"] = new JObject
            {
                ["title"] = title,
                ["card"] = new JObject { ["contentType"] = "application/vnd.microsoft.card.adaptive", ["content"] = card },
            },
        },
    };

    public static JObject FormLine(string text) => new() { ["task"] = new JObject { ["type"] = "message", ["value"] = text } };
}
