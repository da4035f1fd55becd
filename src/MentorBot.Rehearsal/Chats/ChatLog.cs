using Newtonsoft.Json.Linq;

namespace MentorBot.Rehearsal;

/// <summary>A personal chat: its entries with updates applied, and which of them their owner has not looked at.</summary>
internal sealed class ChatLog(Town town, Resident owner, string botName)
{
    private readonly Lock gate = new();
    private readonly List<ChatEntry> entries = [];
    private readonly List<string> unseen = [];

    public IReadOnlyList<ChatEntry> Entries
    {
        get
        {
            lock (gate)
                return [.. entries];
        }
    }

    /// <summary>What came or changed and was not looked at, oldest first.</summary>
    public IReadOnlyList<ChatEntry> News
    {
        get
        {
            lock (gate)
                return [.. unseen.Distinct().Select(id => entries.Find(entry => entry.Id == id)).OfType<ChatEntry>()];
        }
    }

    public ChatEntry? Find(string id) => Entries.FirstOrDefault(entry => entry.Id == id);

    public void AllIsSeen()
    {
        lock (gate)
            unseen.Clear();
    }

    public void IsSeen(ChatEntry entry)
    {
        lock (gate)
            unseen.RemoveAll(id => id == entry.Id);
    }

    /// <summary>What the owner says, which is no news to them.</summary>
    public void Add(string id, string text)
    {
        lock (gate)
            entries.Add(new(id, owner.Name, IsFromBot: false, town.Clock.GetCurrentInstant(), text, null));
    }

    /// <summary>Something of the bot comes into the chat.</summary>
    public ChatEntry Add(string? text, JObject? card, string? summary = null, string how = "sees", bool isPosted = false)
    {
        var entry = new ChatEntry(town.NextId(), botName, IsFromBot: true, town.Clock.GetCurrentInstant(), text, card, summary, IsPosted: isPosted);
        var seen = new SeenCard(owner, entry);
        var drawn = seen.Drawn;
        lock (gate)
        {
            entries.Add(entry);
            unseen.Add(entry.Id);
        }

        Record(seen, drawn, how);
        return entry;
    }

    /// <summary>The entry as it is now, or null where there is none of the bot's to replace.</summary>
    public ChatEntry? Replace(string id, string? text, JObject? card)
    {
        SeenCard seen;
        string drawn;
        var looksTheSame = false;
        lock (gate)
        {
            var at = IndexOf(id);
            if (at < 0)
                return null;
            looksTheSame = entries[at].Text == text && JToken.DeepEquals(entries[at].Card, card);
            seen = new SeenCard(owner, entries[at] with { Text = text, Card = card, Revision = entries[at].Revision + 1 });
            drawn = seen.Drawn;
            entries[at] = seen.Entry;
            unseen.Add(id);
        }

        if (looksTheSame)
            town.Canaries.Shown(seen.Texts);
        else
            Record(seen, drawn, "sees the card change");
        return seen.Entry;
    }

    public bool Delete(string id)
    {
        lock (gate)
        {
            var at = IndexOf(id);
            if (at < 0)
                return false;
            entries[at] = entries[at] with { IsDeleted = true };
            unseen.Add(id);
        }

        town.Transcript.Add($"{owner.Name} no longer sees a card that the bot deleted");
        return true;
    }

    private int IndexOf(string id) => entries.FindIndex(each => each.Id == id && each is { IsFromBot: true, IsDeleted: false });

    private void Record(SeenCard seen, string drawn, string how)
    {
        town.Canaries.Shown(seen.Texts);
        town.Shows(seen);
        town.Transcript.Add($"{owner.Name} {how}{(seen.Entry is { Summary: { } summary, Revision: 0 } ? $" (notified: {summary})" : "")}", drawn.Split('\n'));
    }
}
