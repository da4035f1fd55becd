using System.Net;
using Newtonsoft.Json.Linq;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Rehearsal;

/// <summary>One person's activities as Teams wraps them.</summary>
internal sealed class Envelopes(Town town, TownOptions options, Resident sender)
{
    public JObject Message(string text)
    {
        var message = Activity("message");
        message["text"] = text;
        message["textFormat"] = "plain";
        return message;
    }

    /// <summary>Typed with formatting: Teams adds the same as HTML, in an attachment.</summary>
    public JObject Formatted(string text)
    {
        var message = Message(text);
        message["attachments"] = new JArray(new JObject { ["contentType"] = "text/html", ["content"] = $"<p>{WebUtility.HtmlEncode(text)}</p>" });
        return message;
    }

    public JObject File(string name)
    {
        var message = Activity("message");
        message["attachments"] = new JArray(new JObject
        {
            ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
            ["contentUrl"] = $"https://files.town.example/{Uri.EscapeDataString(name)}",
            ["name"] = name,
            ["content"] = new JObject { ["uniqueId"] = NextId("message"), ["fileType"] = Path.GetExtension(name).TrimStart('.') },
        });
        return message;
    }

    public JObject Invoke(string name, JObject value)
    {
        var invoke = Activity("invoke");
        invoke["name"] = name;
        invoke["value"] = value;
        return invoke;
    }

    /// <summary>Without the action's id and without a trigger: not every client sends them.</summary>
    public JObject Executed(CardButton button, JToken? data) =>
        Invoke("adaptiveCard/action", new JObject { ["action"] = new JObject { ["type"] = CardButton.Execute, ["verb"] = button.Json["verb"], ["data"] = data } });

    public JObject Task(string name, JToken? data) => Invoke(name, new JObject { ["data"] = data, ["context"] = new JObject { ["theme"] = "default" } });

    public JObject Search(string dataset, string text) => Invoke(
        "application/search",
        new JObject { ["kind"] = "search", ["queryText"] = text, ["queryOptions"] = new JObject { ["skip"] = 0, ["top"] = 15 }, ["dataset"] = dataset });

    /// <summary>What a plain Submit becomes: a message with a value, and with words only where its data says which.</summary>
    public JObject Submitted(CardButton button, JToken? data)
    {
        var teams = (button.Json["data"] as JObject)?["msteams"] as JObject;
        switch (button.TeamsType)
        {
            case "imBack":
                return Message((string?)teams!["value"] ?? "");
            case "messageBack":
                var said = Message((string?)teams!["text"] ?? "");
                said["value"] = teams["value"]?.DeepClone() ?? data;
                return said;
            case null:
                var silent = Activity("message");
                silent["value"] = data;
                return silent;
            default:
                throw new RehearsalException($"[ {button.Title} ] asks Teams for “{button.TeamsType}”, which a rehearsal does not play.");
        }
    }

    public JObject Roster(string change)
    {
        var update = Activity("conversationUpdate");
        update[change] = new JArray(new JObject { ["id"] = options.BotId });
        return update;
    }

    /// <summary>It tells the language, and no time zone.</summary>
    public JObject Installation(string action)
    {
        var update = Activity("installationUpdate");
        update["action"] = action;
        update["entities"] = new JArray(new JObject { ["type"] = "clientInfo", ["locale"] = sender.Person.Locale });
        return update;
    }

    public JObject Activity(string type)
    {
        var person = sender.Person;
        var now = town.Clock.GetCurrentInstant();
        return new JObject
        {
            ["type"] = type,
            ["id"] = NextId(type),
            ["timestamp"] = InstantPattern.ExtendedIso.Format(now),
            ["localTimestamp"] = OffsetDateTimePattern.Rfc3339.Format(now.InZone(sender.Zone).ToOffsetDateTime()),
            ["localTimezone"] = person.Zone,
            ["serviceUrl"] = town.ServiceUrl.AbsoluteUri,
            ["channelId"] = "msteams",
            ["from"] = new JObject { ["id"] = sender.Mri, ["name"] = person.Name, ["aadObjectId"] = person.Id },
            ["recipient"] = new JObject { ["id"] = options.BotId, ["name"] = options.BotName },
            ["conversation"] = new JObject { ["conversationType"] = "personal", ["tenantId"] = sender.Tenant, ["id"] = sender.ConversationId },
            ["locale"] = person.Locale,
            ["entities"] = new JArray(new JObject { ["type"] = "clientInfo", ["locale"] = person.Locale, ["platform"] = "Windows", ["timezone"] = person.Zone }),
            ["channelData"] = new JObject { ["tenant"] = new JObject { ["id"] = sender.Tenant } },
        };
    }

    /// <summary>The same once more, under an id of its own.</summary>
    public JObject Again(JObject activity)
    {
        var again = (JObject)activity.DeepClone();
        again["id"] = NextId((string?)activity["type"] ?? "");
        return again;
    }

    /// <summary>The account as the connector's member routes give it.</summary>
    public JObject Account() => new()
    {
        ["id"] = sender.Mri,
        ["name"] = sender.Name,
        ["aadObjectId"] = sender.Person.Id,
        ["objectId"] = sender.Person.Id,
        ["givenName"] = sender.Name.Split(' ')[0],
        ["surname"] = sender.Name.Split(' ')[^1],
        ["email"] = sender.Person.Mail,
        ["userPrincipalName"] = sender.Person.Mail,
        ["tenantId"] = sender.Tenant,
        ["userRole"] = "user",
    };

    private string NextId(string type) => type == "message" ? town.NextId() : $"f:{town.NextId()}";
}
