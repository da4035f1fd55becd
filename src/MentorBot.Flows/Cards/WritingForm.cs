using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Cards;

/// <summary>The parts of a form in which words are written, and those that show what was written.</summary>
public static class WritingForm
{
    /// <summary>Several lines to write in, or one.</summary>
    /// <param name="longest">In characters.</param>
    public static AdaptiveTextInput Field(string id, string label, Confidential? words, int longest, string? hint = null, bool isLong = true) => new()
    {
        Id = id,
        Label = label,
        Placeholder = hint,
        IsMultiline = isLong,
        MaxLength = longest,
        Value = FormText.Show(words),
        ErrorMessage = TurnText.TooLong.With(longest),
    };

    /// <summary>What has to be put right when they are too many; null when they are not. The client checks it as well, but anybody can leave that out.</summary>
    public static string? WrongWith(Confidential? words, int longest) => FormText.Length(words) > longest ? TurnText.TooLong.With(longest) : null;

    /// <summary>Words to read, under a line that says whose they are.</summary>
    public static IEnumerable<AdaptiveElement> Read(string whose, Confidential? words, string none) =>
        [Card.Text($"**{whose}**"), FormText.Show(words) is { } text ? Card.Written(text) : Card.Small(none)];

    /// <summary>Words that can be kept nowhere any more, so that their author has them.</summary>
    /// <param name="why">One sentence.</param>
    public static Form GivenBack(string title, string why, string whose, Confidential words) => new(title, Card.Of(
        null, [Card.Wrong(why), .. Read(whose, words, "")], Card.Submit(TurnText.Close, ActionIds.CloseForm)));
}
