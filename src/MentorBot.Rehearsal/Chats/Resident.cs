using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json.Linq;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Rehearsal;

/// <summary>One person in Teams: what they do, and the personal chat with the bot as they see it.</summary>
public sealed class Resident
{
    private readonly Town town;
    private readonly TownOptions options;
    private readonly Lock gate = new();
    private readonly List<ChatEntry> chat = [];
    private readonly List<string> unseen = [];
    private (JObject Activity, Func<JObject, CancellationToken, Task<Seen>> Send)? lastPress;

    internal Resident(Town town, Townsperson person, TownOptions options)
    {
        this.town = town;
        this.options = options;
        Person = person;
        Client = options.Client;
        var key = SHA256.HashData(Encoding.UTF8.GetBytes($"{options.BotId} {Tenant} {person.Id}"));
        Mri = "29:1" + Convert.ToBase64String(key).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        ConversationId = "a:1" + Convert.ToBase64String(SHA256.HashData(key)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
    }

    public Townsperson Person { get; }

    public string Name => Person.Name;

    public string Tenant => Person.Tenant ?? options.Tenant;

    /// <summary>How this bot knows the person: <c>29:…</c>.</summary>
    public string Mri { get; }

    /// <summary>The personal chat: <c>a:…</c>.</summary>
    public string ConversationId { get; }

    /// <summary>Which Teams the person uses from now on.</summary>
    public Client Client { get; set; }

    public Presence Presence { get; private set; } = Presence.NotInstalled;

    /// <summary>The last activity that left for the bot, as it was.</summary>
    public JObject? LastActivity { get; private set; }

    /// <summary>The chat, oldest first, updates applied; what was deleted is marked.</summary>
    public IReadOnlyList<ChatEntry> Chat
    {
        get
        {
            lock (gate)
                return [.. chat];
        }
    }

    internal ConnectorError? Unreachable => Presence switch
    {
        Presence.NotInstalled => ConnectorError.NotInstalled,
        Presence.Blocked => ConnectorError.Blocked,
        _ => null,
    };

    internal IEnumerable<CardChoice> Colleagues => town.Residents.Where(each => each.Tenant == Tenant).Select(each => new CardChoice(each.Name, each.Person.Id));

    internal JObject Account => new()
    {
        ["id"] = Mri,
        ["name"] = Name,
        ["aadObjectId"] = Person.Id,
        ["objectId"] = Person.Id,
        ["givenName"] = Name.Split(' ')[0],
        ["surname"] = Name.Split(' ')[^1],
        ["email"] = Person.Mail,
        ["userPrincipalName"] = Person.Mail,
        ["tenantId"] = Tenant,
        ["userRole"] = "user",
    };

    /// <summary>Types a message into the chat.</summary>
    public async Task Says(string text, CancellationToken cancellationToken = default)
    {
        MustHaveTheBot();
        town.Canaries.Type(text, Name);
        Notes($"says: {text}");
        await Sends(Message(text), cancellationToken);
    }

    /// <summary>Gets the bot. Teams tells it twice over unless told otherwise: both events, and then both again with other ids.</summary>
    public async Task Installs(int repeats = 1, CancellationToken cancellationToken = default)
    {
        Presence = Presence.Installed;
        Notes("installs the bot");
        for (var time = 0; time <= repeats; time++)
        {
            await Sends(Roster("membersAdded"), cancellationToken);
            await Sends(Installation("add"), cancellationToken);
        }
    }

    /// <summary>Has had the bot for long, and no event ever said so.</summary>
    public void HasTheBotAlready() => Presence = Presence.Installed;

    /// <summary>Removes the bot: from here on it gets 403.</summary>
    public async Task Uninstalls(CancellationToken cancellationToken = default)
    {
        Presence = Presence.NotInstalled;
        Notes("removes the bot");
        await Sends(Roster("membersRemoved"), cancellationToken);
        await Sends(Installation("remove"), cancellationToken);
    }

    /// <summary>Blocks the bot; it is not told, and finds out when it writes.</summary>
    public void Blocks() => Presence = Presence.Blocked;

    public void Unblocks() => Presence = Presence.Installed;

    /// <summary>The newest card or message of the bot that shows the text, as it is now; looking makes everything seen.</summary>
    public SeenCard Sees(string text)
    {
        lock (gate)
        {
            unseen.Clear();
            foreach (var entry in chat.AsEnumerable().Reverse().Where(entry => entry.IsFromBot && !entry.IsDeleted))
                if (new SeenCard(this, entry) is var card && card.IsShowing(text))
                    return card;
        }

        throw new RehearsalException($"{Name} should read “{text}”, and nothing in the chat says so. The chat now:\n{DrawnChat()}");
    }

    /// <summary>Nothing of the bot in the chat shows the text.</summary>
    public void DoesNotSee(string text)
    {
        if (Chat.Where(entry => entry.IsFromBot && !entry.IsDeleted).Any(entry => new SeenCard(this, entry).IsShowing(text)))
            throw new RehearsalException($"{Name} should not read “{text}” anywhere, and does:\n{DrawnChat()}");
    }

    /// <summary>Nothing came and nothing changed since this person last looked or last did something.</summary>
    public void SeesNothingNew()
    {
        List<ChatEntry> news;
        lock (gate)
            news = [.. chat.Where(entry => unseen.Contains(entry.Id))];
        if (news.Count > 0)
            throw new RehearsalException($"{Name} should see nothing new, and sees:\n{string.Join('\n', news.Select(Drawn))}");
    }

    /// <summary>The same button once more, by a finger that was too quick: the same press under a new id.</summary>
    public Task<Seen> PressesAgain(CancellationToken cancellationToken = default)
    {
        var (activity, send) = lastPress ?? throw new RehearsalException($"{Name} has pressed nothing yet.");
        Notes("presses the same once more");
        var again = (JObject)activity.DeepClone();
        again["id"] = NewId(again);
        return send(again, cancellationToken);
    }

    /// <summary>Teams sends an activity once more because it heard no answer: the same, with the same id.</summary>
    public Task<BotAnswer> Resends(JObject activity, CancellationToken cancellationToken = default)
    {
        town.Transcript.Add($"Teams sends once more what came from {Name}");
        return Sends((JObject)activity.DeepClone(), cancellationToken);
    }

    /// <summary>Sends anything at all. What is missing of an ordinary activity stays missing; an answer that shows nothing is a problem as ever.</summary>
    public Task<BotAnswer> SendsRaw(JObject activity, CancellationToken cancellationToken = default)
    {
        Notes($"sends something odd: {(string?)activity["type"]} {(string?)activity["name"]}".TrimEnd());
        return Sends(activity, cancellationToken);
    }

    /// <summary>An activity of this person, whole and well-formed but without content, to be bent and sent raw.</summary>
    public JObject Blank(string type) => Activity(type);

    /// <summary>Types into an input that asks the bot what there is to choose (<c>application/search</c>).</summary>
    public async Task<IReadOnlyList<CardChoice>> Searches(string dataset, string text, CancellationToken cancellationToken = default)
    {
        town.Canaries.Type(text, Name);
        Notes($"looks for “{text}”");
        var query = new JObject { ["queryText"] = text, ["queryOptions"] = new JObject { ["skip"] = 0, ["top"] = 15 }, ["dataset"] = dataset };
        var answer = await Sends(Invoke("application/search", query), cancellationToken);
        if (answer.Body?.SelectToken("value.results") is JArray results)
            return [.. results.OfType<JObject>().Select(result => new CardChoice((string?)result["title"] ?? "", (string?)result["value"] ?? ""))];

        town.Problem($"Unanswered: {Name} looked for something, and the bot answered without results (HTTP {answer.Status}).");
        return [];
    }

    /// <summary>The whole chat, drawn.</summary>
    public string DrawnChat() => Chat is { Count: > 0 } all ? string.Join('\n', all.Select(Drawn)) : "  (the chat is empty)";

    internal ChatEntry? Now(ChatEntry entry)
    {
        lock (gate)
            return chat.Find(each => each.Id == entry.Id);
    }

    internal string Drawn(ChatEntry entry)
    {
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(Person.Zone) ?? DateTimeZone.Utc;
        var time = entry.At.InZone(zone).ToString("ddd HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        return $"{entry.Speaker}, {time}{(entry.IsDeleted ? ", deleted" : entry.Revision > 0 ? ", changed since" : "")}\n{(entry.IsDeleted ? "" : new SeenCard(this, entry).Drawn)}".TrimEnd();
    }

    internal void Notes(string what) => town.Transcript.Add($"{Name} {what}");

    internal void Types(IEnumerable<string> texts)
    {
        foreach (var text in texts)
            town.Canaries.Type(text, Name);
    }

    /// <summary>Takes in what the bot posts. Its id, or null where Teams gives none.</summary>
    internal string? Receives(JObject activity)
    {
        if ((string?)activity["type"] is not "message")
            return town.NextId();

        var text = (string?)activity["text"];
        var summary = (string?)activity["summary"];
        var attachments = (activity["attachments"] as JArray ?? []).OfType<JObject>().ToList();
        var entries = attachments.Select(attachment => Entry(attachment, summary)).ToList();
        if (!string.IsNullOrEmpty(text) || entries.Count == 0)
            entries.Insert(0, New(text ?? "", null, summary));
        foreach (var entry in entries)
            Shows(entry, "sees");
        return entries is [var only] ? only.Id : null;
    }

    internal bool IsReplaced(string id, JObject activity)
    {
        var attachment = (activity["attachments"] as JArray ?? []).OfType<JObject>().FirstOrDefault();
        var with = attachment is null ? New((string?)activity["text"] ?? "", null, null) : Entry(attachment, null);
        return Replace(id, with.Text, with.Card, isSeen: false);
    }

    internal bool IsDeleted(string id)
    {
        lock (gate)
        {
            var at = chat.FindIndex(entry => entry.Id == id && entry.IsFromBot && !entry.IsDeleted);
            if (at < 0)
                return false;
            chat[at] = chat[at] with { IsDeleted = true };
            unseen.Add(id);
        }

        town.Transcript.Add($"{Name} no longer sees a card that the bot deleted");
        return true;
    }

    internal SeenCard GetsForwarded(SeenCard card)
    {
        var entry = New(card.Entry.Text, card.Entry.Card, null);
        Shows(entry, $"is forwarded by {card.By.Name}");
        return new SeenCard(this, entry);
    }

    internal async Task<Seen> Presses(SeenCard card, CardButton button, Action<JObject>? forge, CancellationToken cancellationToken)
    {
        MustHaveTheBot();
        Notes($"presses [ {button.Title} ]");
        var data = card.Draft.Merged(button);
        var (activity, send) = button switch
        {
            { Type: CardButton.Execute } => (Invoke("adaptiveCard/action", new JObject { ["action"] = ExecuteOf(button, data) }), (a, c) => Executes(card.Entry, a, c)),
            { OpensForm: true } => (Invoke("task/fetch", new JObject { ["data"] = data, ["context"] = new JObject { ["theme"] = "default" } }), (a, c) => Fetches(a, c)),
            { Type: CardButton.Submit } => (Submitted(button, data), (Func<JObject, CancellationToken, Task<Seen>>)Tells),
            { Type: CardButton.Toggle } => throw new RehearsalException($"[ {button.Title} ] only folds and unfolds: use Unfold.\n{card.Drawn}"),
            _ => throw new RehearsalException($"[ {button.Title} ] ({button.Type}) sends nothing to the bot.\n{card.Drawn}"),
        };
        activity["replyToId"] = card.Entry.Id;
        forge?.Invoke(activity);
        lastPress = (activity, send);
        return await send(activity, cancellationToken);
    }

    internal Task<Seen> Submits(SeenForm form, CardButton button, Action<JObject>? forge, CancellationToken cancellationToken)
    {
        if (button.Type != CardButton.Submit)
            throw new RehearsalException($"[ {button.Title} ] is {button.Type}; in a form only Action.Submit reaches the bot.\n{form.Drawn}");

        Notes($"presses [ {button.Title} ] in the form “{form.Title}”");
        var activity = Invoke("task/submit", new JObject { ["data"] = form.Draft.Merged(button), ["context"] = new JObject { ["theme"] = "default" } });
        forge?.Invoke(activity);
        lastPress = (activity, Fetches);
        return Fetches(activity, cancellationToken);
    }

    private static JObject ExecuteOf(CardButton button, JToken? data) => new() { ["type"] = CardButton.Execute, ["verb"] = button.Json["verb"], ["data"] = data };

    private JObject Submitted(CardButton button, JToken? data)
    {
        var teams = (button.Json["data"] as JObject)?["msteams"] as JObject;
        var message = button.TeamsType switch
        {
            "imBack" => Message((string?)teams!["value"] ?? ""),
            "messageBack" => Message((string?)teams!["text"] ?? "", (string?)teams["displayText"]),
            "signin" => throw new RehearsalException($"[ {button.Title} ] asks to sign in, which a rehearsal does not play."),
            _ => Activity("message"),
        };
        if (button.TeamsType != "imBack")
            message["value"] = button.TeamsType == "messageBack" && teams!["value"] is { } value ? value.DeepClone() : data;
        return message;
    }

    private async Task<Seen> Tells(JObject activity, CancellationToken cancellationToken)
    {
        await Sends(activity, cancellationToken);
        lock (gate)
        {
            var entry = chat.FindLast(each => unseen.Contains(each.Id) && !each.IsDeleted);
            if (entry is null)
                return new SeenNothing(this);
            unseen.RemoveAll(id => id == entry.Id);
            return new SeenCard(this, entry);
        }
    }

    private async Task<Seen> Executes(ChatEntry pressed, JObject activity, CancellationToken cancellationToken)
    {
        var answer = await Sends(activity, cancellationToken);
        switch ((answer.Status, (int?)answer.Body?["statusCode"], (string?)answer.Body?["type"], answer.Body?["value"]))
        {
            case (200, 200, "application/vnd.microsoft.card.adaptive", JObject card) when (string?)card["type"] == "AdaptiveCard":
                if (!Replace(pressed.Id, null, card, isSeen: true))
                    Shows(New(null, card, null) with { Id = pressed.Id }, "sees");
                return new SeenCard(this, Now(pressed)!);
            case (200, 200, "application/vnd.microsoft.activity.message", JValue { Type: JTokenType.String } line):
                var entry = New((string?)line, null, null);
                Shows(entry, "reads");
                lock (gate)
                    unseen.RemoveAll(id => id == entry.Id);
                return new SeenCard(this, entry);
            default:
                return Unanswered(activity, answer);
        }
    }

    private async Task<Seen> Fetches(JObject activity, CancellationToken cancellationToken)
    {
        var answer = await Sends(activity, cancellationToken);
        var task = answer.Body?["task"];
        switch ((answer.Status, (string?)task?["type"], task?["value"]))
        {
            case (200, "continue", JObject value) when value.SelectToken("card.content") is JObject card && (string?)card["type"] == "AdaptiveCard":
                var form = new SeenForm(this, (string?)value["title"] ?? "", card);
                town.Canaries.Shown(form.Draft.View.Texts.Append(form.Title));
                town.Transcript.Add($"{Name} sees a form", form.Drawn.Split('\n'));
                return form;
            case (200, "message", JValue { Type: JTokenType.String } line):
                var message = new SeenMessage(this, (string?)line ?? "");
                town.Transcript.Add($"{Name} reads, where the form was", message.Drawn.Split('\n'));
                return message;
            case (200, null, _) when (string?)activity["name"] == "task/submit" && task is null && answer.Body is null or { Count: 0 }:
                Notes("sees the form close");
                return new SeenNothing(this);
            default:
                return Unanswered(activity, answer);
        }
    }

    private SeenNothing Unanswered(JObject activity, BotAnswer answer)
    {
        var how = answer switch
        {
            { Status: 0 } => "not at all",
            { Status: not 200 } => $"with HTTP {answer.Status}",
            { Body: null } => "with an empty body",
            _ => $"with {answer.Body.ToString(Newtonsoft.Json.Formatting.None)}",
        };
        town.Problem($"Unanswered: {Name} saw nothing on pressing a button, because the bot answered {(string?)activity["name"]} {how}.");
        return new SeenNothing(this);
    }

    private async Task<BotAnswer> Sends(JObject activity, CancellationToken cancellationToken)
    {
        LastActivity = activity;
        lock (gate)
            unseen.Clear();
        var answer = await town.Deliver(this, activity, cancellationToken);
        if ((string?)activity["type"] != "invoke" && !answer.IsSuccess)
            town.Problem($"Refused: the bot answered {Name}'s {(string?)activity["type"] ?? "activity"} {(answer.Status == 0 ? "not at all" : $"with HTTP {answer.Status}")}.");
        return answer;
    }

    private bool Replace(string id, string? text, JObject? card, bool isSeen)
    {
        ChatEntry entry;
        lock (gate)
        {
            var at = chat.FindIndex(each => each.Id == id && each.IsFromBot && !each.IsDeleted);
            if (at < 0)
                return false;
            entry = chat[at] = chat[at] with { Text = text, Card = card, Revision = chat[at].Revision + 1 };
            unseen.RemoveAll(each => each == id);
            if (!isSeen)
                unseen.Add(id);
        }

        Record(entry, "sees the card change");
        return true;
    }

    private void Shows(ChatEntry entry, string how)
    {
        lock (gate)
        {
            chat.Add(entry);
            unseen.Add(entry.Id);
        }

        Record(entry, how);
    }

    private void Record(ChatEntry entry, string how)
    {
        var seen = new SeenCard(this, entry);
        town.Canaries.Shown(seen.Texts);
        town.Transcript.Add($"{Name} {how}{(entry.Summary is null ? "" : $" (notified: {entry.Summary})")}", seen.Drawn.Split('\n'));
    }

    private ChatEntry Entry(JObject attachment, string? summary) => attachment["content"] is JObject card && (string?)attachment["contentType"] == "application/vnd.microsoft.card.adaptive"
        ? New(null, card, summary)
        : New($"(an attachment: {(string?)attachment["contentType"] ?? "of no kind"})", null, summary);

    private ChatEntry New(string? text, JObject? card, string? summary) => new(town.NextId(), options.BotName, IsFromBot: true, town.Clock.GetCurrentInstant(), text, card, summary);

    private JObject Message(string text, string? shownAs = null)
    {
        var message = Activity("message");
        message["text"] = text;
        message["textFormat"] = "plain";
        lock (gate)
            chat.Add(new((string)message["id"]!, Name, IsFromBot: false, town.Clock.GetCurrentInstant(), shownAs ?? text, null));
        return message;
    }

    private JObject Invoke(string name, JObject value)
    {
        var invoke = Activity("invoke");
        invoke["name"] = name;
        invoke["value"] = value;
        return invoke;
    }

    private JObject Roster(string change)
    {
        var update = Activity("conversationUpdate");
        update[change] = new JArray(new JObject { ["id"] = options.BotId });
        return update;
    }

    /// <summary>It tells the language, and no time zone.</summary>
    private JObject Installation(string action)
    {
        var update = Activity("installationUpdate");
        update["action"] = action;
        update["entities"] = new JArray(new JObject { ["type"] = "clientInfo", ["locale"] = Person.Locale });
        return update;
    }

    private JObject Activity(string type)
    {
        var now = town.Clock.GetCurrentInstant();
        var zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(Person.Zone) ?? DateTimeZone.Utc;
        var activity = new JObject
        {
            ["type"] = type,
            ["timestamp"] = InstantPattern.ExtendedIso.Format(now),
            ["localTimestamp"] = OffsetDateTimePattern.Rfc3339.Format(now.InZone(zone).ToOffsetDateTime()),
            ["localTimezone"] = Person.Zone,
            ["serviceUrl"] = town.ServiceUrl.AbsoluteUri,
            ["channelId"] = "msteams",
            ["from"] = new JObject { ["id"] = Mri, ["name"] = Name, ["aadObjectId"] = Person.Id },
            ["recipient"] = new JObject { ["id"] = options.BotId, ["name"] = options.BotName },
            ["conversation"] = new JObject { ["conversationType"] = "personal", ["tenantId"] = Tenant, ["id"] = ConversationId },
            ["locale"] = Person.Locale,
            ["entities"] = new JArray(new JObject { ["type"] = "clientInfo", ["locale"] = Person.Locale, ["platform"] = "Windows", ["timezone"] = Person.Zone }),
            ["channelData"] = new JObject { ["tenant"] = new JObject { ["id"] = Tenant } },
        };
        activity["id"] = NewId(activity);
        return activity;
    }

    private string NewId(JObject activity) => (string?)activity["type"] is "message" ? town.NextId() : $"f:{town.NextId()}";

    private void MustHaveTheBot()
    {
        if (Presence == Presence.NotInstalled)
            throw new RehearsalException($"{Name} does not have the bot: let {Name} install it first (Installs, or HasTheBotAlready).");
    }
}
