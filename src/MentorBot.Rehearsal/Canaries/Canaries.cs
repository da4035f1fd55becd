using System.Buffers;
using System.Text;

namespace MentorBot.Rehearsal;

/// <summary>
/// Every text typed by anybody. It may stand in forms and nowhere else: not in a posted, updated or answered card, a
/// message, a header, a log line or a file.
/// </summary>
/// <remarks>
/// Passed over, because finding them would prove nothing: texts shorter than <see cref="Shortest"/>, names and ids of
/// people of the town and parts of them, <see cref="TownOptions.WordsOfTheBot"/>, and whatever the bot itself had already shown when it was typed
/// (the title of a button, a command on the help card). A long text is sought piece by piece, so that the beginning of
/// it in a log line is found as well.
/// </remarks>
public sealed class Canaries
{
    /// <summary>In characters, white space at the ends apart.</summary>
    public const int Shortest = 8;

    private const int WholeUpTo = 48;
    private const int Piece = 32;

    /// <summary>So many bytes of each needle are sought, the rest compared where they are found: no needle is shorter.</summary>
    private const int Head = 8;

    private readonly Lock gate = new();
    private readonly HashSet<string> known;
    private readonly HashSet<string> shown = [];
    private readonly Dictionary<string, Canary> typed = [];
    private readonly HashSet<string> passedOver = [];
    private readonly Dictionary<string, List<(string Needle, Canary Canary, string Encoding)>> needlesByHead = new(StringComparer.Ordinal);
    private SearchValues<string>? heads;

    internal Canaries(IEnumerable<string> known) => this.known = known.Select(CardWords.Squeeze).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is looked for.</summary>
    public IReadOnlyList<Canary> Typed
    {
        get
        {
            lock (gate)
                return [.. typed.Values];
        }
    }

    /// <summary>What was typed and is not looked for.</summary>
    public IReadOnlyCollection<string> PassedOver
    {
        get
        {
            lock (gate)
                return [.. passedOver];
        }
    }

    /// <summary>Looks through bytes as they are.</summary>
    public IReadOnlyList<Leak> FindIn(ReadOnlySpan<byte> bytes)
    {
        lock (gate)
        {
            if (needlesByHead.Count == 0)
                return [];

            heads ??= SearchValues.Create([.. needlesByHead.Keys], StringComparison.Ordinal);
            var byHead = needlesByHead.GetAlternateLookup<ReadOnlySpan<char>>();
            var text = Encoding.Latin1.GetString(bytes).AsSpan();
            var leaks = new Dictionary<(Canary, string), Leak>();
            for (var at = 0; at < text.Length && text[at..].IndexOfAny(heads) is >= 0 and var ahead; at++)
            {
                at += ahead;
                foreach (var (needle, canary, encoding) in byHead[text.Slice(at, Head)])
                    if (text[at..].StartsWith(needle, StringComparison.Ordinal))
                        leaks.TryAdd((canary, encoding), new Leak(canary, encoding, at));
            }

            return [.. leaks.Values];
        }
    }

    public IReadOnlyList<Leak> FindIn(string text) => FindIn(Encoding.UTF8.GetBytes(text));

    internal void Type(string text, string author)
    {
        var trimmed = text.Trim();
        lock (gate)
        {
            if (typed.ContainsKey(trimmed))
                return;
            if (trimmed.Length < Shortest || known.Any(name => CardWords.Contains(name, trimmed)) || IsShown(trimmed))
            {
                passedOver.Add(trimmed);
                return;
            }

            var canary = typed[trimmed] = new Canary(trimmed, author);
            foreach (var piece in Pieces(trimmed).Where(piece => piece == trimmed || !IsShown(piece)))
                foreach (var (needle, encoding) in CanaryEncodings.Of(piece).DistinctBy(each => each.Needle))
                    Seek(needle, canary, encoding);
            heads = null;
        }
    }

    /// <summary>Takes note of what the bot shows: typing that later is no secret.</summary>
    internal void Shown(IEnumerable<string> texts)
    {
        lock (gate)
            shown.UnionWith(texts.Select(CardWords.Squeeze).Where(text => text.Length >= Shortest));
    }

    private void Seek(string needle, Canary canary, string encoding)
    {
        var head = needle[..Head];
        if (!needlesByHead.TryGetValue(head, out var needles))
            needlesByHead[head] = needles = [];
        needles.Add((needle, canary, encoding));
    }

    private bool IsShown(string text) => shown.Any(words => words.Contains(CardWords.Squeeze(text), StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Pieces(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries).Where(line => line.Length >= Shortest).ToList();
        return lines.Count == 0 ? [text] : lines.SelectMany(PiecesOfLine);
    }

    private static IEnumerable<string> PiecesOfLine(string line)
    {
        if (line.Length <= WholeUpTo)
            return [line];

        var starts = Enumerable.Range(0, line.Length / Piece).Select(at => at * Piece).Append(line.Length - Piece);
        return starts.Select(start => Between(line, start, start + Piece));
    }

    private static string Between(string line, int start, int end)
    {
        start += char.IsLowSurrogate(line[start]) ? 1 : 0;
        end -= end < line.Length && char.IsLowSurrogate(line[end]) ? 1 : 0;
        return line[start..end];
    }
}
