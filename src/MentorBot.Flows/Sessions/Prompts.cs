using MentorBot.Domain.Sessions;

namespace MentorBot.Flows.Sessions;

/// <summary>The prompts: three of each kind for each phase, of which one of each kind is on top.</summary>
public static class Prompts
{
    private static readonly PromptKind[] Kinds = Enum.GetValues<PromptKind>();

    /// <summary>
    /// In an order in which nothing that a first conversation begins with (see <see cref="Deck.First"/>) looks back: so none comes again
    /// before all were seen, unless "Other prompts" is pressed in a first conversation. Those that look back are left out there, and the
    /// rest of their kind come by turns: two that scaffold or stimulate a review, or sustain a reflection; and one that sustains a review,
    /// which stays.
    /// </summary>
    private static readonly Prompt[] All =
    [
        // Review
        Back(() => PromptText.ReviewStimulate1), new(() => PromptText.ReviewStimulate2), new(() => PromptText.ReviewStimulate3),
        new(() => PromptText.ReviewScaffold2), Back(() => PromptText.ReviewScaffold1), new(() => PromptText.ReviewScaffold3),
        Back(() => PromptText.ReviewSustain1), new(() => PromptText.ReviewSustain2), Back(() => PromptText.ReviewSustain3),
        // Learn
        new(() => PromptText.LearnStimulate1), new(() => PromptText.LearnStimulate2), new(() => PromptText.LearnStimulate3),
        new(() => PromptText.LearnScaffold1), new(() => PromptText.LearnScaffold2), new(() => PromptText.LearnScaffold3),
        new(() => PromptText.LearnSustain1), new(() => PromptText.LearnSustain2), new(() => PromptText.LearnSustain3),
        // Apply
        new(() => PromptText.ApplyStimulate1), new(() => PromptText.ApplyStimulate2), new(() => PromptText.ApplyStimulate3),
        new(() => PromptText.ApplyScaffold1), new(() => PromptText.ApplyScaffold2), new(() => PromptText.ApplyScaffold3),
        new(() => PromptText.ApplySustain1), new(() => PromptText.ApplySustain2), new(() => PromptText.ApplySustain3),
        // Reflect
        new(() => PromptText.ReflectStimulate1), new(() => PromptText.ReflectStimulate2), new(() => PromptText.ReflectStimulate3),
        new(() => PromptText.ReflectScaffold1), new(() => PromptText.ReflectScaffold2), new(() => PromptText.ReflectScaffold3),
        new(() => PromptText.ReflectSustain1), new(() => PromptText.ReflectSustain2), Back(() => PromptText.ReflectSustain3),
    ];

    /// <summary>One of each kind; in a last conversation, the one that looks back.</summary>
    public static IEnumerable<string> Of(Meetings meetings, Phase phase) =>
        meetings.LastBy is null ? Kinds.Select(kind => One(meetings, phase, kind)) : [OfLast(phase)];

    /// <summary>The one for a card with all phases: of the kind that needs no other beside it.</summary>
    public static string One(Meetings meetings, Phase phase) => meetings.LastBy is null ? One(meetings, phase, PromptKind.Stimulate) : OfLast(phase);

    /// <summary>Who never talked with one another cannot look back on it: until they have, the others of its kind come by turns.</summary>
    private static string One(Meetings meetings, Phase phase, PromptKind kind)
    {
        var first = (((int)phase * Kinds.Length) + (int)kind) * Deck.PromptsOfAKind;
        if (meetings.Held > 0)
            return All[first + meetings.Deck.Of(phase, kind)].Words();
        Prompt[] ahead = [.. Enumerable.Range(Deck.First.Of(phase, kind), Deck.PromptsOfAKind).Select(at => All[first + (at % Deck.PromptsOfAKind)]).Where(one => !one.LooksBack)];
        var since = meetings.Deck.Draws[(int)phase] - Deck.First.Draws[(int)phase];
        return ahead[(since + (2 * Deck.PromptsOfAKind)) % ahead.Length].Words();
    }

    private static string OfLast(Phase phase) => phase switch
    {
        Phase.Review => PromptText.Last1,
        Phase.Learn => PromptText.Last2,
        Phase.Apply => PromptText.Last3,
        _ => PromptText.Last4,
    };

    private static Prompt Back(Func<string> words) => new(words, LooksBack: true);

    /// <param name="LooksBack">On a conversation that the two had before.</param>
    private sealed record Prompt(Func<string> Words, bool LooksBack = false);
}
