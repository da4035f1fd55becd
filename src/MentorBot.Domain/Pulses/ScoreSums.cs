namespace MentorBot.Domain.Pulses;

/// <summary>
/// All that is left of many scores: their number, sum and sum of squares, in <see cref="Score.Parts"/> of a point. They are whole
/// numbers, so that folding in any order, in parts or at once, gives the same.
/// </summary>
public readonly record struct ScoreSums(int Count, Int128 Sum, Int128 SumOfSquares)
{
    /// <summary>The arithmetic mean, in points of the scale; null of nothing.</summary>
    public double? Mean => Count == 0 ? null : (double)Sum / Count / Score.Parts;

    /// <summary>
    /// The sample standard deviation, in points: the square root of Σ(x − mean)² / (n − 1), which is (n Σx² − (Σx)²) / (n (n − 1)).
    /// Null of fewer than two.
    /// </summary>
    public double? StandardDeviation => Count < 2 ? null : Math.Sqrt((double)((Count * SumOfSquares) - (Sum * Sum)) / ((double)Count * (Count - 1))) / Score.Parts;

    public ScoreSums Plus(Score score) => new(Count + 1, Sum + score.InParts, SumOfSquares + ((Int128)score.InParts * score.InParts));

    public ScoreSums Plus(ScoreSums other) => new(Count + other.Count, Sum + other.Sum, SumOfSquares + other.SumOfSquares);

    public override string ToString() => "(sums)";
}
