using System.Collections.Immutable;

namespace MentorBot.Adapters.Graph;

/// <summary>What somebody types of a name, as Graph searches for it: words of the name that begin with each of these.</summary>
internal static class GraphSearch
{
    /// <param name="typed">As typed; its words are looked for with their accents as well, for Graph compares letters in its own way.</param>
    /// <param name="words">The same without accents, each with a blank before it.</param>
    public static string Of(string typed, ImmutableArray<string> words)
    {
        var plain = words.Select(word => word.Trim()).ToList();
        var asTyped = new string([.. typed.Select(letter => char.IsLetterOrDigit(letter) ? letter : ' ')])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var search = All(plain);
        return asTyped.SequenceEqual(plain, StringComparer.OrdinalIgnoreCase) || asTyped.Count == 0 ? search : $"({search}) OR ({All(asTyped)})";
    }

    /// <summary>There is nothing but letters and digits in it, so nothing that would end the quotation.</summary>
    private static string All(IEnumerable<string> words) => string.Join(" AND ", words.Select(word => $"\"displayName:{word}\""));
}
