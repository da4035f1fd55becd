namespace MentorBot.Flows.Turns;

/// <summary>Something that people may type.</summary>
/// <param name="Spellings">The first one is the one that is listed. All of them tolerate case, spaces and small slips.</param>
/// <param name="Help">What it does, for the list of what one can type; null for words that are understood and not listed.</param>
public sealed record Word(Func<IEnumerable<string>> Spellings, Func<string>? Help, HandleWord Handle)
{
    /// <summary>Only for those who look after the programme; for others it is unknown text.</summary>
    public bool ForCoordinators { get; init; }

    /// <summary>Says nothing but hello; somebody new is welcomed and not greeted on top of it.</summary>
    public bool IsGreeting { get; init; }

    /// <summary>What to do when more is typed behind the word, however much; null where it is then no longer this word.</summary>
    public HandleWord? WhenMoreFollows { get; init; }

    /// <summary>A word from a resource, its spellings separated by bars.</summary>
    public static Word Of(Func<string> spellings, Func<string>? help, HandleWord handle) => new(() => spellings().Split('|'), help, handle);
}
