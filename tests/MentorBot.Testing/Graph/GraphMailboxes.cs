using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Testing.Graph;

/// <summary>What <see cref="LocalGraph"/> answers about mailboxes.</summary>
internal sealed partial class GraphMailboxes(LocalGraph graph)
{
    private const string Blob = "<div>Microsoft Teams meeting: ";

    private static readonly InstantPattern Time = InstantPattern.CreateWithInvariantCulture("uuuu'-'MM'-'dd'T'HH':'mm':'ss");
    private static readonly Duration Longest = Duration.FromDays(62);

    private readonly Lock gate = new();
    private readonly Dictionary<string, List<LocalEvent>> all = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What transactions of a mailbox made of what; an event that is gone has had its transaction all the same.</summary>
    private readonly Dictionary<(string Mailbox, string Transaction), (string Content, string Id)> transactions = [];
    private int last;

    public ImmutableArray<LocalEvent> Of(string id)
    {
        lock (gate)
            return [.. In(id)];
    }

    public LocalEvent Put(string id, LocalEvent own)
    {
        lock (gate)
        {
            var put = own with { Id = NewId() };
            put.Content["id"] = put.Id;
            In(id).Add(put);
            return put;
        }
    }

    public void Delete(string id, string eventId)
    {
        lock (gate)
            In(id).RemoveAll(one => one.Id == eventId);
    }

    public GraphAnswer Schedule(GraphQuestion question, string id)
    {
        if (Door(id) is { } refused)
            return refused;
        var (from, until) = (InstantIn(question, "startTime"), InstantIn(question, "endTime"));
        if (from is null || until is null || until <= from || until - from > Longest)
            return Wrong(question, "no time, or one that is too long");
        var step = Duration.FromMinutes((int?)question.Body!["availabilityViewInterval"] ?? 30);
        var schedules = question.Body!["schedules"]!.AsArray().Select(address => ScheduleOf((string)address!, from.Value, until.Value, step));
        return new GraphAnswer.Good(200, new() { ["value"] = new JsonArray([.. schedules]) });
    }

    public GraphAnswer Create(GraphQuestion question, string id)
    {
        if (Door(id) is { } refused)
            return refused;
        var content = question.Body!.DeepClone().AsObject();
        var (start, end, transaction) = (InstantIn(question, "start"), InstantIn(question, "end"), (string?)content["transactionId"]);
        if (start is null || end is null || end <= start || transaction is null || (string?)content["sensitivity"] != "private" || content["attendees"] is JsonArray { Count: > 0 })
            return Wrong(question, "an event without its times, its transaction or its privacy, or with people in it");
        lock (gate)
        {
            var fingerprint = content.ToJsonString();
            if (transactions.TryGetValue((id.ToUpperInvariant(), transaction), out var before))
            {
                var there = In(id).Find(one => one.Id == before.Id);
                return there is not null && before.Content == fingerprint && !graph.RefusesRepetitions
                    ? new GraphAnswer.Good(201, Shown(there))
                    : new GraphAnswer.Refused(409, "ErrorDuplicateTransactionId");
            }

            var made = new LocalEvent(NewId(), start.Value, end.Value, content);
            content["id"] = made.Id;
            if (made.IsOnlineMeeting)
            {
                var join = $"https://teams.example.com/l/meetup-join/{last}";
                content["onlineMeeting"] = new JsonObject { ["joinUrl"] = join };
                content["body"] = new JsonObject { ["contentType"] = "html", ["content"] = Blob + join };
            }

            In(id).Add(made);
            transactions[(id.ToUpperInvariant(), transaction)] = (fingerprint, made.Id);
            return new GraphAnswer.Good(201, Shown(made));
        }
    }

    public GraphAnswer Change(GraphQuestion question, string id, string eventId)
    {
        if (Door(id) is { } refused)
            return refused;
        var changes = question.Body!.AsObject();
        if (changes.ContainsKey("transactionId") || changes.ContainsKey("isOnlineMeeting") || changes.ContainsKey("singleValueExtendedProperties"))
            return Wrong(question, "changes what cannot be changed");
        lock (gate)
        {
            var at = In(id).FindIndex(one => one.Id == eventId);
            if (at < 0)
                return new GraphAnswer.Refused(404, "ErrorItemNotFound");
            var before = In(id)[at];
            if (before.IsOnlineMeeting && changes.TryGetPropertyValue("body", out var body) && ((string?)body?["content"])?.Contains(Blob, StringComparison.Ordinal) != true)
                graph.Complain($"{question}: takes the meeting out of its event");
            foreach (var (name, value) in changes)
                before.Content[name] = value?.DeepClone();
            In(id)[at] = before with { Start = InstantIn(question, "start") ?? before.Start, End = InstantIn(question, "end") ?? before.End };
            return new GraphAnswer.Good(200, Shown(In(id)[at]));
        }
    }

    public GraphAnswer Find(GraphQuestion question, string id)
    {
        if (Door(id) is { } refused)
            return refused;
        if (question.Options.GetValueOrDefault("$select") != "id" || ByMark().Match(question.Options.GetValueOrDefault("$filter", "")) is not { Success: true } match)
            return Wrong(question, "events are looked for by their mark alone");
        lock (gate)
        {
            var found = In(id).Where(one => one.Content["singleValueExtendedProperties"]?.AsArray().Any(
                mark => (string?)mark!["id"] == match.Groups[1].Value && (string?)mark["value"] == match.Groups[2].Value) == true);
            return new GraphAnswer.Good(200, new() { ["value"] = new JsonArray([.. found.Select(one => new JsonObject { ["id"] = one.Id })]) });
        }
    }

    public GraphAnswer Remove(string id, string eventId)
    {
        if (Door(id) is { } refused)
            return refused;
        lock (gate)
            return In(id).RemoveAll(one => one.Id == eventId) > 0 ? new GraphAnswer.Good(204, null) : new GraphAnswer.Refused(404, "ErrorItemNotFound");
    }

    private GraphAnswer.Refused? Door(string id) => graph.Users.GetValueOrDefault(id) switch
    {
        null => new(404, "ErrorInvalidUser"),
        _ when !graph.Granted.Contains("Calendars.ReadWrite") => new(403, "ErrorAccessDenied"),
        { IsInScope: false } => new(403, "ErrorAccessDenied"),
        { Mailbox: null } => new(404, "MailboxNotEnabledForRESTAPI"),
        _ => null,
    };

    private GraphAnswer.Refused Wrong(GraphQuestion question, string why)
    {
        graph.Complain($"{question}: {why}");
        return new(400, "ErrorInvalidRequest");
    }

    private JsonObject ScheduleOf(string address, Instant from, Instant until, Duration step)
    {
        var user = graph.Users.Values.FirstOrDefault(one => string.Equals(one.Mail ?? one.UserPrincipalName, address, StringComparison.OrdinalIgnoreCase));
        if (user?.Mailbox is not { } mailbox)
            return new() { ["scheduleId"] = address, ["availabilityView"] = "", ["error"] = new JsonObject { ["message"] = "Nobody.", ["responseCode"] = "ErrorMailRecipientNotFound" } };
        var there = Of(user.Id).Where(one => one.Start < until && one.End > from).ToList();
        var view = Enumerable.Range(0, (int)Math.Ceiling((until - from) / step)).Select(at => there.Exists(
            one => one.ShowAs is not ("free" or "workingElsewhere") && one.Start < from + (step * (at + 1)) && one.End > from + (step * at)) ? '2' : '0');
        return new()
        {
            ["scheduleId"] = address.ToUpperInvariant(),
            ["availabilityView"] = new string([.. view]),
            ["scheduleItems"] = new JsonArray([.. there.Select(one => new JsonObject
            {
                ["isPrivate"] = (string?)one.Content["sensitivity"] == "private",
                ["status"] = one.ShowAs,
                ["subject"] = one.Subject,
                ["location"] = (string?)one.Content["location"]?["displayName"],
                ["start"] = Json(one.Start),
                ["end"] = Json(one.End),
            })]),
            ["workingHours"] = mailbox["workingHours"]?.DeepClone(),
        };
    }

    private static JsonObject Shown(LocalEvent one)
    {
        var json = one.Content.DeepClone().AsObject();
        json.Remove("singleValueExtendedProperties");
        json["@odata.etag"] = "W/\"x\"";
        return json;
    }

    private static JsonObject Json(Instant moment) => new() { ["dateTime"] = Time.Format(moment) + ".0000000", ["timeZone"] = "UTC" };

    private static Instant? InstantIn(GraphQuestion question, string name) =>
        question.Body![name] is { } time && (string?)time["timeZone"] == "UTC" && Time.Parse((string)time["dateTime"]!) is { Success: true } parsed ? parsed.Value : null;

    private List<LocalEvent> In(string id) => all.TryGetValue(id, out var events) ? events : all[id] = [];

    private string NewId() => string.Create(CultureInfo.InvariantCulture, $"AAMkAD/{++last}+x==");

    [GeneratedRegex("^singleValueExtendedProperties/Any\\(ep: ep/id eq '(String \\{[0-9a-f-]{36}\\} Name [A-Za-z]+)' and ep/value eq '([0-9a-f]{40})'\\)$")]
    private static partial Regex ByMark();
}
