using MentorBot.Domain.Notices;
using Microsoft.Bot.Builder.Dialogs;

namespace MentorBot.Flows.Turns;

public delegate Task<Answer> Handle(Turn turn, Submission submission, CancellationToken cancellationToken);

public delegate Task<Answer> HandleWord(Turn turn, CancellationToken cancellationToken);

/// <summary>Renders the card of a notice for its reader, from the state as it is now; null when there is nothing to show.</summary>
public delegate Task<NoticeCard?> RenderNotice(Notice notice, Reader reader, CancellationToken cancellationToken);

/// <summary>How something reads that is mentioned in no hurry, from the state as it is now; null when there is nothing to say any more.</summary>
/// <param name="subject">The mention's own subject.</param>
public delegate Task<Mention?> RenderMention(string subject, Reader reader, CancellationToken cancellationToken);

/// <summary>The lines of "where am I" for what is going on in this flow for them.</summary>
public delegate Task<IReadOnlyList<Standing>> TellStanding(Turn turn, CancellationToken cancellationToken);

/// <summary>What the bot reacts to. Every flow registers its own; the bad-input tests are generated from these lists.</summary>
public sealed class Routes
{
    private readonly Dictionary<string, Handle> presses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Handle> forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Handle> submissions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RenderNotice> notices = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RenderMention> mentions = new(StringComparer.Ordinal);
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

    /// <summary>What is mentioned in no hurry, by kind.</summary>
    public IReadOnlyDictionary<string, RenderMention> Mentions => mentions;

    public IReadOnlyList<Word> Words => words;

    public IReadOnlyList<TellStanding> Standings => standings;

    public IReadOnlyList<Dialog> Dialogs => dialogs;

    public void Press(string id, Handle handle) => AddAction(presses, id, handle);

    public void Form(string id, Handle handle) => AddAction(forms, id, handle);

    public void Submit(string id, Handle handle) => AddAction(submissions, id, handle);

    public void Notice(string kind, RenderNotice render) => notices.Add(kind, render);

    public void Mention(string kind, RenderMention render) => mentions.Add(kind, render);

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
