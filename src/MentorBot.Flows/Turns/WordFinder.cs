using System.Globalization;
using System.Text;

namespace MentorBot.Flows.Turns;

/// <summary>Finds the word that somebody meant: case, spaces, punctuation and small slips do not matter.</summary>
public static class WordFinder
{
    /// <summary>Nobody types a longer word; and comparing a page with each word would cost time for nothing.</summary>
    private const int LongestWord = 40;

    public static Word? Find(string typed, IEnumerable<Word> words)
    {
        var said = Plain(typed);
        words = [.. words];
        if (words.FirstOrDefault(word => word.WhenMoreFollows is not null && word.Spellings().Any(spelling => said.StartsWith(Plain(spelling) + ' ', StringComparison.Ordinal))) is { } begun)
            return begun with { Handle = begun.WhenMoreFollows! };
        if (said.Length is 0 or > LongestWord)
            return null;

        Word? nearest = null;
        var lengthOfNearest = 0;
        var slipsOfNearest = TurnText.NeverASlip.Split('|').Contains(said) ? 0 : int.MaxValue;
        foreach (var word in words)
        {
            foreach (var spelling in word.Spellings())
            {
                var plain = Plain(spelling);
                var slips = Slips(said, plain);

                // Of two that are as near, the longer one: a slip weighs less in it ("helo" is a greeting, not "help").
                if (slips > Allowed(plain.Length) || slips > slipsOfNearest || (slips == slipsOfNearest && plain.Length <= lengthOfNearest))
                    continue;
                (nearest, slipsOfNearest, lengthOfNearest) = (word, slips, plain.Length);
            }
        }

        return nearest;
    }

    private static int Allowed(int length) => length switch { < 4 => 0, < 8 => 1, _ => 2 };

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in Whole(text).Normalize(NormalizationForm.FormKC))
        {
            if (char.IsLetterOrDigit(character))
                plain.Append(char.ToLower(character, CultureInfo.InvariantCulture));
            else if (plain.Length > 0 && plain[^1] != ' ' && character is not ('\'' or '’'))
                plain.Append(' ');
        }

        return plain.ToString().TrimEnd();
    }

    /// <summary>Without halves of characters and what is no character, on which normalizing throws.</summary>
    private static string Whole(string text) => string.Concat(text.Select(character => char.IsSurrogate(character) || character == '\ufffe' ? ' ' : character));

    /// <summary>Letters left out, added, changed or swapped with their neighbour; past any count where that is more than two for the lengths alone.</summary>
    public static int Slips(string said, string word)
    {
        if (Math.Abs(said.Length - word.Length) > 2)
            return int.MaxValue;

        var before = new int[word.Length + 1];
        var row = new int[word.Length + 1];
        var next = new int[word.Length + 1];
        for (var column = 0; column <= word.Length; column++)
            row[column] = column;
        for (var at = 1; at <= said.Length; at++)
        {
            next[0] = at;
            for (var column = 1; column <= word.Length; column++)
            {
                var changed = row[column - 1] + (said[at - 1] == word[column - 1] ? 0 : 1);
                next[column] = Math.Min(changed, Math.Min(row[column], next[column - 1]) + 1);
                if (at > 1 && column > 1 && said[at - 1] == word[column - 2] && said[at - 2] == word[column - 1])
                    next[column] = Math.Min(next[column], before[column - 2] + 1);
            }

            (before, row, next) = (row, next, before);
        }

        return row[word.Length];
    }
}
