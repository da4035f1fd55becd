using System.Collections.Immutable;
using MentorBot.Domain.Relationships;
using NodaTime;

namespace MentorBot.Domain.MyData;

/// <summary>One thing that is held of somebody: their own words and choices, and nothing of anybody else but with whom it was.</summary>
/// <param name="With">Between whom it lies; null for what is about them alone.</param>
/// <param name="Conversation">The number of the conversation it is from, where it is from one.</param>
/// <param name="At">When it was written or done, where that is known.</param>
public sealed record OwnSection(
    OwnKind Kind, RelationshipId? With, int? Conversation, Instant? At, ImmutableArray<OwnText> Words, ImmutableArray<OwnValue> Values)
{
    public static OwnSection Of(OwnKind kind, RelationshipId? with = null, int? conversation = null, Instant? at = null) => new(kind, with, conversation, at, [], []);

    /// <summary>With these words, where there are any.</summary>
    public OwnSection Says(string name, Confidential? words) => words is null ? this : this with { Words = Words.Add(new(name, words)) };

    /// <summary>With this choice, where there is one.</summary>
    public OwnSection Has(string name, string? value) => string.IsNullOrEmpty(value) ? this : this with { Values = Values.Add(new(name, value)) };

    public OwnSection Has<TEnum>(string name, TEnum? value)
        where TEnum : struct, Enum => Has(name, value?.ToString());

    public OwnSection Has<TEnum>(string name, IEnumerable<TEnum> values)
        where TEnum : struct, Enum => Has(name, string.Join(", ", values));
}
