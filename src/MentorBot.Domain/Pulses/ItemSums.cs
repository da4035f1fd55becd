using System.Collections.Immutable;

namespace MentorBot.Domain.Pulses;

/// <summary>
/// What Cronbach's alpha needs of many complete answers: the sum of each statement, and of the products of each two. Whole numbers,
/// so that the order of folding does not matter.
/// </summary>
/// <param name="Items">How many statements the form has.</param>
/// <param name="Count">How many answers left none of them out.</param>
/// <param name="Sums">By statement.</param>
/// <param name="Products">By two statements: the first with itself and each after it, then the second, and so on.</param>
public sealed record ItemSums(int Items, int Count, ImmutableArray<long> Sums, ImmutableArray<long> Products)
{
    public static ItemSums None(PulseForm form)
    {
        var items = MentoringIndex.ItemsOf(form).Length;
        return new(items, 0, [.. new long[items]], [.. new long[items * (items + 1) / 2]]);
    }

    /// <summary>
    /// k / (k − 1) · (1 − Σ variances of the statements / variance of their sum), over complete answers (Cronbach, 1951). Without a
    /// unit; 1 where the statements move together. Null where it is undefined: fewer than two answers, or all of the same sum.
    /// </summary>
    public double? Alpha
    {
        get
        {
            // n times the sum of products of deviations, for each two statements: the factor falls out of the quotient.
            var (own, all) = (Int128.Zero, Int128.Zero);
            for (int one = 0, at = 0; one < Items; one++)
                for (var other = one; other < Items; other++, at++)
                {
                    var covariance = ((Int128)Count * Products[at]) - ((Int128)Sums[one] * Sums[other]);
                    own += one == other ? covariance : 0;
                    all += one == other ? covariance : 2 * covariance;
                }

            return Count < 2 || all == 0 ? null : (double)(Items * (all - own)) / (double)((Items - 1) * all);
        }
    }

    /// <summary>Answers that left something out do not count here.</summary>
    public ItemSums Plus(Answers answers, PulseForm form)
    {
        var values = MentoringIndex.ItemsOf(form).Select(item => answers[item]).ToArray();
        if (values.Contains(null))
            return this;
        var (sums, products, at) = (Sums.ToBuilder(), Products.ToBuilder(), 0);
        for (var one = 0; one < Items; one++)
        {
            sums[one] += values[one]!.Value;
            for (var other = one; other < Items; other++)
                products[at++] += values[one]!.Value * values[other]!.Value;
        }

        return this with { Count = Count + 1, Sums = sums.ToImmutable(), Products = products.ToImmutable() };
    }

    public ItemSums Plus(ItemSums other) => this with
    {
        Count = Count + other.Count,
        Sums = [.. Sums.Zip(other.Sums, (one, more) => one + more)],
        Products = [.. Products.Zip(other.Products, (one, more) => one + more)],
    };

    public bool Equals(ItemSums? other) =>
        other is not null && (Items, Count) == (other.Items, other.Count) && Sums.SequenceEqual(other.Sums) && Products.SequenceEqual(other.Products);

    public override int GetHashCode() => HashCode.Combine(Items, Count);

    public override string ToString() => "(sums)";
}
