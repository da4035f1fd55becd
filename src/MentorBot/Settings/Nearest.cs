namespace MentorBot.Settings;

/// <summary>What somebody may have meant who mistyped a name.</summary>
internal static class Nearest
{
    private const int MostSlips = 3;

    /// <returns>Null where nothing is near: more letters in common than not, and three slips at most.</returns>
    public static string? To(string typed, IEnumerable<string> names)
    {
        var (name, slips) = names.Select(name => (name, Slips: Between(typed.ToUpperInvariant(), name.ToUpperInvariant()))).MinBy(one => one.Slips);
        return slips <= MostSlips && slips * 2 <= typed.Length ? name : null;
    }

    /// <summary>How many letters are to be put in, taken out or changed.</summary>
    private static int Between(string one, string other)
    {
        var before = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var at = 1; at <= one.Length; at++)
        {
            var row = new int[other.Length + 1];
            row[0] = at;
            for (var to = 1; to <= other.Length; to++)
                row[to] = Math.Min(Math.Min(row[to - 1], before[to]) + 1, before[to - 1] + (one[at - 1] == other[to - 1] ? 0 : 1));
            before = row;
        }

        return before[^1];
    }
}
