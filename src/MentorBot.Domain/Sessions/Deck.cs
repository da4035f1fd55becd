using System.Collections.Immutable;

namespace MentorBot.Domain.Sessions;

/// <summary>
/// Which prompts come next: three of each kind a phase, and none comes again until all were seen. But in a first conversation those that
/// look back on an earlier one are left out, so that whoever asks for other prompts there may see one again.
/// </summary>
/// <param name="Draws">How often prompts of each phase were drawn, in the order of <see cref="Phase"/>.</param>
public sealed record Deck(ImmutableArray<int> Draws)
{
    public const int PromptsOfAKind = 3;

    /// <summary>Before the first conversation, which begins with prompts that ask little about a time before it.</summary>
    public static readonly Deck New = new([1, 0, 0, 0]);

    /// <summary>What a first conversation begins with.</summary>
    public static readonly Deck First = New.DrawAll();

    /// <summary>Which of the three prompts of this kind is on top, from 0. The kinds go round in different orders.</summary>
    public int Of(Phase phase, PromptKind kind) => (Draws[(int)phase] + (int)kind) % PromptsOfAKind;

    public Deck Draw(Phase phase) => new(Draws.SetItem((int)phase, Draws[(int)phase] + 1));

    /// <summary>For the next conversation: other prompts in every phase.</summary>
    public Deck DrawAll() => new([.. Draws.Select(draw => draw + 1)]);

    public bool Equals(Deck? other) => other is not null && Draws.SequenceEqual(other.Draws);

    public override int GetHashCode() => Draws[0];
}
