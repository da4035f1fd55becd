using Newtonsoft.Json.Linq;

namespace MentorBot.Rehearsal;

/// <summary>A card or a plain message in a chat, as it was when somebody looked at it.</summary>
public sealed class SeenCard : SeenSheet
{
    private readonly bool isOldScreen;

    internal SeenCard(Resident by, ChatEntry entry, Draft? draft = null, bool isOldScreen = false)
        : base(by, draft ?? new Draft(entry.Card is null ? [] : (JObject)entry.Card.DeepClone(), by))
    {
        Entry = entry;
        this.isOldScreen = isOldScreen;
    }

    /// <summary>The entry as it was then; <see cref="Resident.Chat"/> has it as it is now.</summary>
    public ChatEntry Entry { get; }

    public override string Drawn => string.Join('\n', Entry.Card is null ? CardDrawing.Message(Entry.Text ?? "") : CardDrawing.Card(Draft));

    internal override IEnumerable<string> Texts => Entry.Card is null ? [Entry.Text ?? ""] : base.Texts;

    /// <summary>Presses a button, whatever kind it is of.</summary>
    /// <param name="forge">What a hostile client would change in the activity before it leaves.</param>
    /// <returns>What the person sees by it: the card that replaces this one, a message, what else came newest, a form, or <see cref="SeenNothing"/>.</returns>
    /// <exception cref="RehearsalException">There is no such button, an input is in error, or the card has been replaced since.</exception>
    public Task<Seen> Press(string title, Action<JObject>? forge = null, CancellationToken cancellationToken = default)
    {
        var button = Button(title);
        if (!isOldScreen && By.Now(Entry) is not { IsDeleted: false } now)
            throw new RehearsalException($"This card is no longer in {By.Name}'s chat:\n{Drawn}");
        else if (!isOldScreen && By.Now(Entry)!.Revision != Entry.Revision)
            throw new RehearsalException($"This card has been replaced since {By.Name} looked; look again, or press it OnAnOldScreen().\n{Drawn}\nNow it is:\n{By.Drawn(By.Now(Entry)!)}");

        Check(button);
        return By.Presses(this, button, forge, cancellationToken);
    }

    /// <summary>Presses a button that opens a form.</summary>
    public async Task<SeenForm> Opens(string title, Action<JObject>? forge = null, CancellationToken cancellationToken = default)
    {
        if (!Button(title).OpensForm)
            throw new RehearsalException($"[ {title} ] opens no form; press it instead.\n{Drawn}");
        return (await Press(title, forge, cancellationToken)).Form;
    }

    /// <summary>Follows a button's link, as a browser on this machine, and presses the one button of its page; null where nothing is there (any more).</summary>
    public async Task<byte[]?> Downloads(string title, CancellationToken cancellationToken = default)
    {
        var link = By.LeadsTo(new((string?)Button(title).Json["url"] ?? throw new RehearsalException($"[ {title} ] leads nowhere.\n{Drawn}")));
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
        if (!(await http.GetStringAsync(link, cancellationToken)).Contains("<form method=\"post\"><button>", StringComparison.Ordinal))
            throw new RehearsalException($"[ {title} ] leads to a page without a button.\n{Drawn}");
        using var response = await http.PostAsync(link, null, cancellationToken);
        By.Notes($"follows [ {title} ]");
        return response.IsSuccessStatusCode ? await response.Content.ReadAsByteArrayAsync(cancellationToken) : null;
    }

    /// <summary>The same, still shown by a client that has not heard of what came since, so that it can be pressed although it is replaced or gone.</summary>
    public SeenCard OnAnOldScreen() => new(By, Entry, Draft, isOldScreen: true);

    /// <summary>The card in somebody else's chat, because it was forwarded to them.</summary>
    public SeenCard ForwardedTo(Resident other) => other.GetsForwarded(this);
}
