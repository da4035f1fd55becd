using AdaptiveCards;

namespace MentorBot.Flows.Turns;

/// <summary>What whoever did something gets to see. How it reaches them depends on what they did; see <see cref="Answering"/>.</summary>
public abstract record Answer
{
    /// <summary>The card that was pressed becomes this one. Where no card was pressed, this one is posted.</summary>
    public sealed record Becomes(AdaptiveCard Card) : Answer;

    /// <summary>New cards come into the chat; what was pressed stays as it is.</summary>
    public sealed record Posts(params IReadOnlyList<AdaptiveCard> Cards) : Answer;

    /// <summary>One fixed sentence.</summary>
    public sealed record Says(string Sentence) : Answer;

    /// <summary>A form opens, or takes the place of the one that was sent.</summary>
    public sealed record Opens(Form Form) : Answer;

    /// <summary>A conversation of several steps begins; what is seen first is its own to say.</summary>
    /// <param name="With">What the dialog is begun with, if anything.</param>
    public sealed record Begins(string Dialog, object? With = null) : Answer;

    /// <summary>The form closes. What follows comes by itself, as a notice.</summary>
    public sealed record Closes : Answer;
}
