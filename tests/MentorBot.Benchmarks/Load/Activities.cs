using System.Text;
using System.Text.Json.Nodes;
using MentorBot.Domain;
using MentorBot.Testing.Services;

namespace MentorBot.Benchmarks.Load;

/// <summary>What somebody's client sends, as Teams wraps it.</summary>
public static class Activities
{
    public const string Channel = "msteams";
    public const string Bot = $"28:{LocalIssuer.AppId}";
    public const string Locale = "en-GB";
    public const string Zone = "Europe/Amsterdam";
    public const string Tenant = LocalIssuer.Tenant;

    public static string UserOf(PersonId person) => $"29:{person}";

    public static string ConversationOf(PersonId person) => $"a:{person}";

    public static byte[] Message(int number, Uri serviceUrl, bool answeredInside = false)
    {
        var message = Activity(Organisation.Coordinator, "message", number, serviceUrl);
        message["text"] = "Where am I with all of this?";
        message["textFormat"] = "plain";
        if (answeredInside)
            message["deliveryMode"] = "expectReplies";
        return Bytes(message);
    }

    /// <summary>The coordinator's press on "Confirm", on the card about this offer.</summary>
    public static byte[] Confirms(int number, Uri serviceUrl) => Press(Organisation.Coordinator, number, serviceUrl, new()
    {
        ["action"] = "offers.confirm.v1",
        ["offer"] = Organisation.OfferOf(number).Value,
        ["person"] = Organisation.Mentor(number).Value,
    });

    /// <summary>A mentee's press on "On to Learn", on the card for the conversation.</summary>
    public static byte[] Turns(int number, Uri serviceUrl) => Press(Organisation.Mentee(number), number, serviceUrl, new()
    {
        ["action"] = "sessions.turn.v1",
        ["relationship"] = Organisation.PairOf(number).Value,
        ["number"] = "1",
        ["card"] = "1",
        ["phase"] = "Review",
        ["to"] = "Learn",
    });

    /// <summary>The coordinator opens the form in which somebody asks for a mentor: the longest there is.</summary>
    public static byte[] Opens(int number, Uri serviceUrl)
    {
        var opens = Activity(Organisation.Coordinator, "invoke", number, serviceUrl);
        opens["name"] = "task/fetch";
        opens["value"] = new JsonObject
        {
            ["data"] = new JsonObject { ["action"] = "requests.form.v1", ["msteams"] = new JsonObject { ["type"] = "task/fetch" } },
            ["context"] = new JsonObject { ["theme"] = "default" },
        };
        return Bytes(opens);
    }

    private static byte[] Press(PersonId person, int number, Uri serviceUrl, JsonObject data)
    {
        var press = Activity(person, "invoke", number, serviceUrl);
        press["name"] = "adaptiveCard/action";
        press["replyToId"] = $"1:{number}";
        press["value"] = new JsonObject
        {
            ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = data["action"]!.GetValue<string>(), ["data"] = data },
            ["trigger"] = "manual",
        };
        return Bytes(press);
    }

    private static JsonObject Activity(PersonId person, string type, int number, Uri serviceUrl)
    {
        return new JsonObject
        {
            ["type"] = type,
            ["id"] = $"f:{number}",
            ["timestamp"] = "2026-11-23T09:00:00.000Z",
            ["localTimestamp"] = "2026-11-23T10:00:00.000+01:00",
            ["localTimezone"] = Zone,
            ["serviceUrl"] = serviceUrl.AbsoluteUri,
            ["channelId"] = Channel,
            ["from"] = new JsonObject { ["id"] = UserOf(person), ["name"] = person.Value, ["aadObjectId"] = person.Value },
            ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "MentorBot" },
            ["conversation"] = new JsonObject { ["conversationType"] = "personal", ["tenantId"] = Tenant, ["id"] = ConversationOf(person) },
            ["locale"] = Locale,
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = Locale, ["platform"] = "Windows", ["timezone"] = Zone }),
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
        };
    }

    private static byte[] Bytes(JsonObject activity) => Encoding.UTF8.GetBytes(activity.ToJsonString());
}
