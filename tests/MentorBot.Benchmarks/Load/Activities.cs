using System.Text;
using System.Text.Json.Nodes;
using MentorBot.Domain;

namespace MentorBot.Benchmarks.Load;

/// <summary>What the coordinator's client sends, as Teams wraps it.</summary>
public static class Activities
{
    public const string Channel = "msteams";
    public const string Bot = "28:benchmark-bot";
    public const string Locale = "en-GB";
    public const string Zone = "Europe/Amsterdam";
    private const string Tenant = "sample-tenant";

    public static string UserOf(PersonId person) => $"29:{person}";

    public static string ConversationOf(PersonId person) => $"a:{person}";

    public static byte[] Message(int number, Uri serviceUrl, bool answeredInside = false)
    {
        var message = Activity("message", number, serviceUrl);
        message["text"] = "Where am I with all of this?";
        message["textFormat"] = "plain";
        if (answeredInside)
            message["deliveryMode"] = "expectReplies";
        return Bytes(message);
    }

    /// <summary>The coordinator's press on "Confirm", on the card about this offer.</summary>
    public static byte[] Press(int number, Uri serviceUrl)
    {
        var press = Activity("invoke", number, serviceUrl);
        press["name"] = "adaptiveCard/action";
        press["replyToId"] = $"1:{number}";
        press["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = "offers.confirm.v1",
                ["data"] = new JsonObject
                {
                    ["action"] = "offers.confirm.v1",
                    ["offer"] = Organisation.OfferOf(number).Value,
                    ["person"] = Organisation.Mentor(number).Value,
                },
            },
            ["trigger"] = "manual",
        };
        return Bytes(press);
    }

    private static JsonObject Activity(string type, int number, Uri serviceUrl)
    {
        var person = Organisation.Coordinator;
        return new JsonObject
        {
            ["type"] = type,
            ["id"] = $"f:{number}",
            ["timestamp"] = "2026-11-23T09:00:00.000Z",
            ["localTimestamp"] = "2026-11-23T10:00:00.000+01:00",
            ["localTimezone"] = Zone,
            ["serviceUrl"] = serviceUrl.AbsoluteUri,
            ["channelId"] = Channel,
            ["from"] = new JsonObject { ["id"] = UserOf(person), ["name"] = "Noor de Boer", ["aadObjectId"] = person.Value },
            ["recipient"] = new JsonObject { ["id"] = Bot, ["name"] = "MentorBot" },
            ["conversation"] = new JsonObject { ["conversationType"] = "personal", ["tenantId"] = Tenant, ["id"] = ConversationOf(person) },
            ["locale"] = Locale,
            ["entities"] = new JsonArray(new JsonObject { ["type"] = "clientInfo", ["locale"] = Locale, ["platform"] = "Windows", ["timezone"] = Zone }),
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = Tenant } },
        };
    }

    private static byte[] Bytes(JsonObject activity) => Encoding.UTF8.GetBytes(activity.ToJsonString());
}
