namespace MentorBot.Rehearsal;

/// <summary>Something that a person has before their eyes: a card or message of their chat, a form, a line in a form, or nothing.</summary>
public abstract class Seen
{
    private protected Seen(Resident by) => By = by;

    /// <summary>Who sees it.</summary>
    public Resident By { get; }

    /// <summary>Drawn in plain text, as in the transcript.</summary>
    public abstract string Drawn { get; }

    /// <summary>This as a card; fails where it is something else.</summary>
    public SeenCard Card => this as SeenCard ?? throw Not("a card");

    /// <summary>This as a form; fails where it is something else.</summary>
    public SeenForm Form => this as SeenForm ?? throw Not("a form");

    internal abstract IEnumerable<string> Texts { get; }

    /// <summary>Whether the text can be read on it, in what is not folded away; case and white space do not matter.</summary>
    public bool IsShowing(string text) => CardWords.Contains(string.Join('\n', Texts), text);

    public override string ToString() => Drawn;

    private RehearsalException Not(string what) => new($"{By.Name} should see {what} now, and sees:\n{Drawn}");
}
