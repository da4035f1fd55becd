using MentorBot.Domain.Sessions;

namespace MentorBot.Flows.Sessions;

/// <summary>The prompts: three of each kind for each phase, of which one of each kind is on top.</summary>
public static class Prompts
{
    private static readonly PromptKind[] Kinds = Enum.GetValues<PromptKind>();

    private static readonly Func<string>[] All =
    [
        // Review
        () => PromptText.ReviewStimulate1, () => PromptText.ReviewStimulate2, () => PromptText.ReviewStimulate3,
        () => PromptText.ReviewScaffold1, () => PromptText.ReviewScaffold2, () => PromptText.ReviewScaffold3,
        () => PromptText.ReviewSustain1, () => PromptText.ReviewSustain2, () => PromptText.ReviewSustain3,
        // Learn
        () => PromptText.LearnStimulate1, () => PromptText.LearnStimulate2, () => PromptText.LearnStimulate3,
        () => PromptText.LearnScaffold1, () => PromptText.LearnScaffold2, () => PromptText.LearnScaffold3,
        () => PromptText.LearnSustain1, () => PromptText.LearnSustain2, () => PromptText.LearnSustain3,
        // Apply
        () => PromptText.ApplyStimulate1, () => PromptText.ApplyStimulate2, () => PromptText.ApplyStimulate3,
        () => PromptText.ApplyScaffold1, () => PromptText.ApplyScaffold2, () => PromptText.ApplyScaffold3,
        () => PromptText.ApplySustain1, () => PromptText.ApplySustain2, () => PromptText.ApplySustain3,
        // Reflect
        () => PromptText.ReflectStimulate1, () => PromptText.ReflectStimulate2, () => PromptText.ReflectStimulate3,
        () => PromptText.ReflectScaffold1, () => PromptText.ReflectScaffold2, () => PromptText.ReflectScaffold3,
        () => PromptText.ReflectSustain1, () => PromptText.ReflectSustain2, () => PromptText.ReflectSustain3,
    ];

    /// <summary>One of each kind.</summary>
    public static IEnumerable<string> Of(Deck deck, Phase phase) => Kinds.Select(kind => One(deck, phase, kind));

    /// <summary>The one for a card with all phases: of the kind that needs no other beside it.</summary>
    public static string One(Deck deck, Phase phase) => One(deck, phase, PromptKind.Stimulate);

    private static string One(Deck deck, Phase phase, PromptKind kind) => All[(((int)phase * Kinds.Length) + (int)kind) * Deck.PromptsOfAKind + deck.Of(phase, kind)]();
}
