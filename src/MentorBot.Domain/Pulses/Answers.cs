using System.Collections.Immutable;
using System.Globalization;

namespace MentorBot.Domain.Pulses;

/// <summary>What somebody chose for each statement of a check-in; any may be left out. It is confidential: as text it says nothing.</summary>
public sealed class Answers : IEquatable<Answers>
{
    public static readonly Answers None = new(new byte[MentoringIndex.Items].ToImmutableArray());

    private readonly ImmutableArray<byte> chosen;

    private Answers(ImmutableArray<byte> chosen) => this.chosen = chosen;

    public bool IsEmpty => chosen.All(one => one == 0);

    /// <param name="item">The number of the statement, from 1.</param>
    /// <returns>From 1 to 7; null where it was left out.</returns>
    public int? this[int item] => chosen[item - 1] is > 0 and var one ? one : null;

    /// <summary>The same with one statement answered, or left out.</summary>
    public Answers With(int item, int? value)
    {
        if (value is < MentoringIndex.Lowest or > MentoringIndex.Highest)
            throw new ArgumentOutOfRangeException(nameof(value), "The scale of the index goes from 1 to 7.");
        return new(chosen.SetItem(item - 1, (byte)(value ?? 0)));
    }

    public static Answers Of(IEnumerable<(int Item, int Value)> answers) => answers.Aggregate(None, (all, one) => all.With(one.Item, one.Value));

    /// <summary>For sealing: one digit a statement, 0 where it was left out.</summary>
    public Confidential ToSeal() => Confidential.From(string.Concat(chosen.Select(one => one.ToString(CultureInfo.InvariantCulture))))!;

#pragma warning disable RS0030 // Numbers, not words; the type hides them as the words are hidden.
    /// <summary>What <see cref="ToSeal"/> gave.</summary>
    public static Answers FromSealed(Confidential sealedText) => new([.. sealedText.Reveal().Select(digit => (byte)(digit - '0'))]);
#pragma warning restore RS0030

    public bool Equals(Answers? other) => other is not null && chosen.SequenceEqual(other.chosen);

    public override bool Equals(object? obj) => Equals(obj as Answers);

    public override int GetHashCode() => 0;

    public override string ToString() => "(answers)";
}
