using System.Collections.Immutable;

namespace MentorBot.Domain.Evaluations;

/// <summary>What one person wrote to the six questions at the end; each may be left out. As text it says nothing.</summary>
public sealed class LookBack : IEquatable<LookBack>
{
    public const int Questions = 6;

    /// <summary>In characters, of one answer.</summary>
    public const int Longest = 1_000;

    private readonly ImmutableArray<Confidential?> texts;

    private LookBack(ImmutableArray<Confidential?> texts) => this.texts = texts;

    /// <param name="texts">One for each question, in their order; null where it was left out.</param>
    public static LookBack Of(params ImmutableArray<Confidential?> texts) => texts.Length == Questions
        ? new(texts)
        : throw new ArgumentException($"There are {Questions} questions.", nameof(texts));

    public ImmutableArray<Confidential?> Texts => texts;

    public bool IsEmpty => texts.All(text => text is null);

    public bool Equals(LookBack? other) => other is not null && texts.SequenceEqual(other.texts);

    public override bool Equals(object? obj) => Equals(obj as LookBack);

    public override int GetHashCode() => 0;

    public override string ToString() => "(answers)";
}
