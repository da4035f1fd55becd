using System.Collections.Immutable;

namespace MentorBot.Domain.Pulses;

/// <summary>What one person's answers about one relationship come to.</summary>
/// <remarks>
/// A score is the mean of the statements that were answered (Ragins, 2012: items are averaged; no item is reversed). Where some were
/// left out it counts from two thirds on, the usual rule for a scale whose statements measure one thing: what is missing weighs as
/// the mean of what is there. Unit: points of the scale, 1 to 7.
/// </remarks>
public static class Scoring
{
    /// <summary>Over the whole form; null where fewer than two thirds of it were answered.</summary>
    public static Score? Total(Answers answers, PulseForm form) => Of(answers, MentoringIndex.ItemsOf(form));

    /// <summary>Over one function, or a part of one; null where fewer than two thirds of it were answered.</summary>
    public static Score? Of(Answers answers, Function function) => Of(answers, function.Items);

    /// <summary>Every function, in the order of the index; null where any does not count.</summary>
    public static ImmutableArray<Score>? Functions(Answers answers)
    {
        var scores = ImmutableArray.CreateBuilder<Score>(MentoringIndex.Functions.Length);
        foreach (var function in MentoringIndex.Functions)
        {
            if (Of(answers, function) is not { } score)
                return null;
            scores.Add(score);
        }

        return scores.MoveToImmutable();
    }

    private static Score? Of(Answers answers, ImmutableArray<int> items)
    {
        var (sum, count) = (0, 0);
        foreach (var item in items)
            if (answers[item] is { } value)
                (sum, count) = (sum + value, count + 1);
        return 3 * count >= 2 * items.Length ? new(sum, count) : null;
    }
}
