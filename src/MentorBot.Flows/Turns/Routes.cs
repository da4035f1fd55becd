using AdaptiveCards;
using MentorBot.Domain.Notices;
using Microsoft.Bot.Builder.Dialogs;

namespace MentorBot.Flows.Turns;

public delegate Task<Answer> Handle(Turn turn, Submission submission, CancellationToken cancellationToken);

public delegate Task<Answer> HandleWord(Turn turn, CancellationToken cancellationToken);

/// <summary>Renders the card of a notice for its reader, from the state as it is now; null when there is nothing to show.</summary>
public delegate Task<NoticeCard?> RenderNotice(Notice notice, Reader reader, CancellationToken cancellationToken);

/// <summary>A line of "where am I"; null when this flow has nothing going on for them.</summary>
public delegate Task<Standing?> TellStanding(Turn turn, CancellationToken cancellationToken);

/// <summary>The card of a notice, and what becomes of it.</summary>
public sealed record NoticeCard(AdaptiveCard Card, CardLife Life);

/// <summary>How long a card follows its subject.</summary>
public enum CardLife
{
    /// <summary>It is posted, and replaced whenever the subject changes.</summary>
    Follows,

    /// <summary>It is posted, and stays as it is.</summary>
    Once,

    /// <summary>Its matter is over: it replaces the card that is there; where none is, nothing is posted.</summary>
    Over,
}

/// <summary>How things stand in one flow, for one person.</summary>
/// <param name="Line">One sentence.</param>
/// <param name="Actions">At most two.</param>
public sealed record Standing(string Line, params IReadOnlyList<AdaptiveAction> Actions);

/// <summary>Something that people may type.</summary>
/// <param name="Spellings">The first one is the one that is listed. All of them tolerate case, spaces and small slips.</param>
/// <param name="Help">What it does, for the list of what one can type; null for words that are understood and not listed.</param>
public sealed record Word(Func<IEnumerable<string>> Spellings, Func<string>? Help, HandleWord Handle)
{
    /// <summary>Only for those who look after the programme; for others it is unknown text.</summary>
    public bool ForCoordinators { get; init; }

    /// <summary>Says nothing but hello; somebody new is welcomed and not greeted on top of it.</summary>
    public bool IsGreeting { get; init; }

    /// <summary>A word from a resource, its spellings separated by bars.</summary>
    public static Word Of(Func<string> spellings, Func<string>? help, HandleWord handle) => new(() => spellings().Split('|'), help, handle);
}

/// <summary>What the bot reacts to. Every flow registers its own; the bad-input tests are generated from these lists.</summary>
public sealed class Routes
{
    private readonly Dictionary<string, Handle> presses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Handle> forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Handle> submissions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RenderNotice> notices = new(StringComparer.Ordinal);
    private readonly List<Word> words = [];
    private readonly List<TellStanding> standings = [];
    private readonly List<Dialog> dialogs = [];

    public Routes(IEnumerable<IFlow> flows)
    {
        foreach (var flow in flows)
            flow.Map(this);
    }

    /// <summary>Buttons, by the id on the card.</summary>
    public IReadOnlyDictionary<string, Handle> Presses => presses;

    /// <summary>Openers of forms, by the id on the card.</summary>
    public IReadOnlyDictionary<string, Handle> Forms => forms;

    /// <summary>Buttons in forms, by the id in the form.</summary>
    public IReadOnlyDictionary<string, Handle> Submissions => submissions;

    public IReadOnlyDictionary<string, RenderNotice> Notices => notices;

    public IReadOnlyList<Word> Words => words;

    public IReadOnlyList<TellStanding> Standings => standings;

    public IReadOnlyList<Dialog> Dialogs => dialogs;

    public void Press(string id, Handle handle) => AddAction(presses, id, handle);

    public void Form(string id, Handle handle) => AddAction(forms, id, handle);

    public void Submit(string id, Handle handle) => AddAction(submissions, id, handle);

    public void Notice(string kind, RenderNotice render) => notices.Add(kind, render);

    public void Type(Word word) => words.Add(word);

    public void TellsStanding(TellStanding tell) => standings.Add(tell);

    public void Talks(Dialog dialog) => dialogs.Add(dialog);

    private void AddAction(Dictionary<string, Handle> actions, string id, Handle handle)
    {
        if (presses.ContainsKey(id) || forms.ContainsKey(id) || submissions.ContainsKey(id))
            throw new InvalidOperationException($"The action id {id} is taken.");
        actions.Add(id, handle);
    }
}
