using System.Text.Json.Nodes;
using MentorBot.Domain.Directory;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Testing.Graph;

/// <summary>Somebody in the tenant of <see cref="LocalGraph"/>, with their mailbox.</summary>
public sealed class LocalUser(string id)
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH':'mm':'ss'.0000000'");

    public string Id { get; } = id;

    public string DisplayName { get; set; } = id;

    public string? Mail { get; set; } = $"{id}@example.com";

    public string UserPrincipalName { get; set; } = $"{id}@example.onmicrosoft.com";

    public string? JobTitle { get; set; }

    public string? Department { get; set; }

    public string? PreferredLanguage { get; set; }

    public bool AccountEnabled { get; set; } = true;

    public string? UserType { get; set; } = "Member";

    public string? Manager { get; set; }

    /// <summary>Null without a mailbox in Exchange Online.</summary>
    public JsonObject? Mailbox { get; set; } = new() { ["timeZone"] = "UTC" };

    /// <summary>Whether the app is let into this mailbox.</summary>
    public bool IsInScope { get; set; } = true;

    public static LocalUser Of(Person person) => new(person.Id.Value)
    {
        DisplayName = person.Name,
        Mail = person.Mail,
        JobTitle = person.Title,
        Department = person.Department,
        Manager = person.Manager?.Value,
        PreferredLanguage = person.Languages.Length > 1 ? person.Languages[1] : null,
        Mailbox = new()
        {
            ["timeZone"] = person.Zone.Id,
            ["language"] = new JsonObject { ["locale"] = person.Languages[0] },
            ["workingHours"] = Hours(person.Hours.Start, person.Hours.End, new JsonObject { ["name"] = person.Zone.Id }),
        },
    };

    public static JsonObject Hours(LocalTime from, LocalTime until, JsonObject zone) => new()
    {
        ["daysOfWeek"] = new JsonArray("monday", "tuesday", "wednesday", "thursday", "friday"),
        ["startTime"] = Time.Format(from),
        ["endTime"] = Time.Format(until),
        ["timeZone"] = zone,
    };

    internal JsonObject Json(string? select)
    {
        var all = new Dictionary<string, JsonNode?>
        {
            ["id"] = Id,
            ["displayName"] = DisplayName,
            ["mail"] = Mail,
            ["userPrincipalName"] = UserPrincipalName,
            ["jobTitle"] = JobTitle,
            ["department"] = Department,
            ["preferredLanguage"] = PreferredLanguage,
            ["accountEnabled"] = AccountEnabled,
            ["userType"] = UserType,
        };
        return new([.. (select ?? "id,displayName").Split(',').Select(name => KeyValuePair.Create(name, all[name]))]);
    }
}
