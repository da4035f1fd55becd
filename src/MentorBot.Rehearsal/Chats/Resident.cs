using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Newtonsoft.Json.Linq;
using NodaTime;

namespace MentorBot.Rehearsal;

/// <summary>One person in Teams: what they do, and the personal chat with the bot as they see it.</summary>
public sealed class Resident
{
    private readonly Town town;
    private readonly ChatLog chat;
    private readonly Envelopes envelopes;
    private readonly Presser presser;
    private int taps;

    internal Resident(Town town, Townsperson person, TownOptions options)
    {
        this.town = town;
        Person = person;
        Client = options.Client;
        Tenant = person.Tenant ?? options.Tenant;
        Zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(person.Zone) ?? DateTimeZone.Utc;
        var key = SHA256.HashData(Encoding.UTF8.GetBytes($"{options.BotId} {Tenant} {person.Id}"));
        Mri = "29:1" + Base64Url.EncodeToString(key);
        ConversationId = "a:1" + Base64Url.EncodeToString(SHA256.HashData(key));
        chat = new ChatLog(town, this, options.BotName);
        envelopes = new Envelopes(town, options, this);
        presser = new Presser(town, this, envelopes, chat);
    }

    public Townsperson Person { get; }

    public string Name => Person.Name;

    public string Tenant { get; }

    /// <summary>How this bot knows the person: <c>29:…</c>.</summary>
    public string Mri { get; }

    /// <summary>The personal chat: <c>a:…</c>.</summary>
    public string ConversationId { get; }

    /// <summary>Which Teams the person uses from now on.</summary>
    public Client Client { get; set; }

    public Presence Presence { get; private set; } = Presence.NotInstalled;

    /// <summary>
    /// How often this person touched the screen so far: a press of a button, on a card or in a form, whether it sends or unfolds;
    /// a choice made or a tick set, one each. Typing is no tap.
    /// </summary>
    public int Taps => Volatile.Read(ref taps);

    /// <summary>The last activity that left for the bot, as it was.</summary>
    public JObject? LastActivity { get; private set; }

    /// <summary>The chat, oldest first, updates applied; what was deleted is marked.</summary>
    public IReadOnlyList<ChatEntry> Chat => chat.Entries;

    internal DateTimeZone Zone { get; }

    internal ConnectorError? Unreachable => Presence switch
    {
        Presence.NotInstalled => ConnectorError.NotInstalled,
        Presence.Blocked => ConnectorError.Blocked,
        _ => null,
    };

    internal IEnumerable<CardChoice> Colleagues => town.Residents.Where(each => each.Tenant == Tenant).Select(each => new CardChoice(each.Name, each.Person.Id));

    internal JObject Account => envelopes.Account();

    /// <summary>Gets the bot. Teams tells it twice over unless told otherwise: both events, and then both again with other ids.</summary>
    public async Task Installs(int repeats = 1, CancellationToken cancellationToken = default)
    {
        Presence = Presence.Installed;
        Notes("installs the bot");
        for (var time = 0; time <= repeats; time++)
        {
            await Sends(envelopes.Roster("membersAdded"), cancellationToken);
            await Sends(envelopes.Installation("add"), cancellationToken);
        }
    }

    /// <summary>Has had the bot for long, and no event ever said so.</summary>
    public void HasTheBotAlready() => Presence = Presence.Installed;

    /// <summary>Removes the bot: from here on it gets 403.</summary>
    public async Task Uninstalls(CancellationToken cancellationToken = default)
    {
        Presence = Presence.NotInstalled;
        Notes("removes the bot");
        await Sends(envelopes.Roster("membersRemoved"), cancellationToken);
        await Sends(envelopes.Installation("remove"), cancellationToken);
    }

    /// <summary>Blocks the bot; it is not told, and finds out when it writes.</summary>
    public void Blocks() => Presence = Presence.Blocked;

    public void Unblocks() => Presence = Presence.Installed;

    /// <summary>Types a message into the chat.</summary>
    public Task Says(string text, CancellationToken cancellationToken = default) => Says(envelopes.Message(text), text, cancellationToken);

    /// <summary>Types a message with formatting, which comes along as HTML in an attachment.</summary>
    public Task SaysFormatted(string text, CancellationToken cancellationToken = default) => Says(envelopes.Formatted(text), text, cancellationToken);

    /// <summary>Drops a file into the chat, without a word; its name counts as typed.</summary>
    public async Task SendsFile(string name, CancellationToken cancellationToken = default)
    {
        MustHaveTheBot();
        Types([name]);
        Notes($"sends the file {name}");
        await Sends(envelopes.File(name), cancellationToken);
    }

    /// <summary>The newest card or message of the bot that shows the text, as it is now; looking makes everything seen.</summary>
    public SeenCard Sees(string text)
    {
        chat.AllIsSeen();
        return Shown().LastOrDefault(card => card.IsShowing(text))
            ?? throw new RehearsalException($"{Name} should read “{text}”, and nothing in the chat says so. The chat now:\n{DrawnChat()}");
    }

    /// <summary>Nothing of the bot in the chat shows the text.</summary>
    public void DoesNotSee(string text)
    {
        if (Shown().Any(card => card.IsShowing(text)))
            throw new RehearsalException($"{Name} should not read “{text}” anywhere, and does:\n{DrawnChat()}");
    }

    /// <summary>Nothing came and nothing changed since this person last looked or last did something.</summary>
    public void SeesNothingNew()
    {
        if (chat.News is { Count: > 0 } news)
            throw new RehearsalException($"{Name} should see nothing new, and sees:\n{string.Join('\n', news.Select(Drawn))}");
    }

    /// <summary>The same button once more, by a finger that was too quick: the same press under a new id.</summary>
    public Task<Seen> PressesAgain(CancellationToken cancellationToken = default) => presser.PressAgain(cancellationToken);

    /// <summary>Teams sends an activity once more because it heard no answer: the same, with the same id.</summary>
    public Task<BotAnswer> Resends(JObject activity, CancellationToken cancellationToken = default)
    {
        town.Transcript.Add($"Teams sends once more what came from {Name}");
        return SendsUnpressed((JObject)activity.DeepClone(), cancellationToken);
    }

    /// <summary>Sends anything at all. What is missing of an ordinary activity stays missing; an answer that shows nothing is a problem as ever.</summary>
    public Task<BotAnswer> SendsRaw(JObject activity, CancellationToken cancellationToken = default)
    {
        Notes($"sends something odd: {activity["type"]} {activity["name"]}".TrimEnd());
        return SendsUnpressed(activity, cancellationToken);
    }

    /// <summary>An activity of this person, whole and well-formed but without content, to be bent and sent raw.</summary>
    public JObject Blank(string type) => envelopes.Activity(type);

    /// <summary>Types into an input that asks the bot what there is to choose (<c>application/search</c>).</summary>
    public async Task<IReadOnlyList<CardChoice>> Searches(string dataset, string text, CancellationToken cancellationToken = default)
    {
        Types([text]);
        Notes($"looks for “{text}”");
        var search = envelopes.Search(dataset, text);
        var answer = await Sends(search, cancellationToken);
        if (answer.Status == 200 && answer.Body?.SelectToken("value.results") is JArray results)
            return [.. results.OfType<JObject>().Select(result => new CardChoice((string?)result["title"] ?? "", (string?)result["value"] ?? ""))];

        presser.Unanswered(search, answer);
        return [];
    }

    /// <summary>The whole chat, drawn.</summary>
    public string DrawnChat() => Chat is { Count: > 0 } all ? string.Join('\n', all.Select(Drawn)) : "  (the chat is empty)";

    internal ChatEntry? Now(ChatEntry entry) => chat.Find(entry.Id);

    internal string Drawn(ChatEntry entry)
    {
        var time = entry.At.InZone(Zone).ToString("ddd HH:mm", CultureInfo.InvariantCulture);
        var state = entry.IsDeleted ? ", deleted" : entry.Revision > 0 ? ", changed since" : "";
        return $"{entry.Speaker}, {time}{state}\n{(entry.IsDeleted ? "" : new SeenCard(this, entry).Drawn)}".TrimEnd();
    }

    internal Uri LeadsTo(Uri link) => town.LeadsTo(link);

    internal void Notes(string what) => town.Transcript.Add($"{Name} {what}");

    internal void Touches(int times = 1) => Interlocked.Add(ref taps, times);

    internal void Types(IEnumerable<string> texts)
    {
        foreach (var text in texts)
            town.Canaries.Type(text, Name);
    }

    /// <summary>Takes in what the bot posts. Its id, or null where Teams gives none: a text beside a card is split.</summary>
    internal string? Receives(JObject activity)
    {
        if ((string?)activity["type"] is not "message")
            return town.NextId();

        var (text, summary) = ((string?)activity["text"] ?? "", (string?)activity["summary"]);
        var attachments = AttachmentsOf(activity);
        var entries = new List<ChatEntry>();
        if (text != "" || attachments.Count == 0)
            entries.Add(chat.Add(text, null, summary, isPosted: true));
        entries.AddRange(attachments.Select(attachment => chat.Add(TextOf(attachment), CardOf(attachment), summary, isPosted: true)));
        return entries is [var only] ? only.Id : null;
    }

    internal bool IsReplaced(string id, JObject activity) => AttachmentsOf(activity) is [var attachment, ..]
        ? chat.Replace(id, TextOf(attachment), CardOf(attachment)) is not null
        : chat.Replace(id, (string?)activity["text"] ?? "", null) is not null;

    internal bool IsDeleted(string id) => chat.Delete(id);

    internal SeenCard GetsForwarded(SeenCard card) => new(this, chat.Add(card.Entry.Text, card.Entry.Card, how: $"is forwarded by {card.By.Name}"));

    internal Task<Seen> Presses(SeenCard card, CardButton button, Action<JObject>? forge, CancellationToken cancellationToken)
    {
        MustHaveTheBot();
        return presser.Press(card, button, forge, cancellationToken);
    }

    internal Task<Seen> Submits(SeenForm form, CardButton button, Action<JObject>? forge, CancellationToken cancellationToken) =>
        presser.Submit(form, button, forge, cancellationToken);

    /// <summary>Posts it to the bot; who acts has seen what was there before.</summary>
    internal async Task<BotAnswer> Sends(JObject activity, CancellationToken cancellationToken)
    {
        LastActivity = activity;
        chat.AllIsSeen();
        var answer = await town.Deliver(this, activity, cancellationToken);
        if (!IsInvoke(activity) && !answer.IsSuccess)
            town.Problem($"Refused: the bot answered {Name}'s {activity["type"] ?? "activity"} {(answer.Status == 0 ? "not at all" : $"with HTTP {answer.Status}")}.");
        return answer;
    }

    private async Task<BotAnswer> SendsUnpressed(JObject activity, CancellationToken cancellationToken)
    {
        var answer = await Sends(activity, cancellationToken);
        if (IsInvoke(activity) && (answer.Status != 200 || (answer.Body is null && activity["name"]?.ToString() != "task/submit")))
            presser.Unanswered(activity, answer);
        return answer;
    }

    private static bool IsInvoke(JObject activity) => activity["type"] is JValue { Value: "invoke" };

    private static List<JObject> AttachmentsOf(JObject activity) => [.. (activity["attachments"] as JArray ?? []).OfType<JObject>()];

    private static JObject? CardOf(JObject attachment) => (string?)attachment["contentType"] == "application/vnd.microsoft.card.adaptive" ? attachment["content"] as JObject : null;

    private static string? TextOf(JObject attachment) => CardOf(attachment) is null ? $"(an attachment: {(string?)attachment["contentType"] ?? "of no kind"})" : null;

    private async Task Says(JObject message, string text, CancellationToken cancellationToken)
    {
        MustHaveTheBot();
        Types([text]);
        Notes($"says: {text}");
        chat.Add((string)message["id"]!, text);
        await Sends(message, cancellationToken);
    }

    private IEnumerable<SeenCard> Shown() => Chat.Where(entry => entry is { IsFromBot: true, IsDeleted: false }).Select(entry => new SeenCard(this, entry));

    private void MustHaveTheBot()
    {
        if (Presence == Presence.NotInstalled)
            throw new RehearsalException($"{Name} does not have the bot: let {Name} install it first (Installs, or HasTheBotAlready).");
    }
}
