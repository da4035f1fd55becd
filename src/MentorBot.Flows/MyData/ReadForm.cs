using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.MyData;

/// <summary>Everything that is one's own, to read, page by page.</summary>
internal static class ReadForm
{
    /// <summary>Of a size that a client takes.</summary>
    private const int MostAtOnce = 5;

    /// <summary>In characters; one that is longer stands alone.</summary>
    private const int MostWritten = 6_000;

    /// <param name="after">How many were read already.</param>
    public static Form Of(ImmutableArray<OwnSection> sections, int after, IReadOnlyDictionary<RelationshipId, string> names, Reader reader)
    {
        var (next, written) = (after, 0);
        while (next < sections.Length && next - after < MostAtOnce && (next == after || written + Length(sections[next]) <= MostWritten))
            written += Length(sections[next++]);

        return new(MyDataText.Title, Card.Of(
            null,
            sections[after..next].SelectMany(section => Section(section, names, reader)),
            next < sections.Length ? Card.Submit(MyDataText.ReadOn, MyDataActions.ReadOn, (MyDataActions.After, next.ToString(CultureInfo.InvariantCulture))) : null,
            Card.Submit(TurnText.Close, ActionIds.CloseForm)));
    }

    private static IEnumerable<AdaptiveElement> Section(OwnSection section, IReadOnlyDictionary<RelationshipId, string> names, Reader reader)
    {
        string?[] line =
        [
            OwnWords.Title(section.Kind),
            section.With is { } with ? names.GetValueOrDefault(with) : null,
            section.Conversation is { } number ? MyDataText.ConversationNumber.With(number) : null,
            section.At is { } at ? reader.Day(at) : null,
        ];
        yield return Card.Text($"**{string.Join(" · ", line.OfType<string>())}**");
        foreach (var words in section.Words)
        {
            if (words.Name != "words")
                yield return Card.Small(OwnWords.Plain(words.Name));
            if (FormText.Show(words.Words) is { } text)
                yield return Card.Written(text);
        }

        if (!section.Values.IsEmpty)
            yield return Card.Written(string.Join(" · ", section.Values.Select(value => $"{OwnWords.Plain(value.Name)}: {OwnWords.Plain(value.Value)}")));
    }

    private static int Length(OwnSection section) =>
        section.Words.Sum(words => FormText.Length(words.Words)) + section.Values.Sum(value => value.Name.Length + value.Value.Length);
}
