using AdaptiveCards;
using MentorBot.Domain.Bundles;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Bundles;

/// <summary>What has come together, a line a thing; and where somebody says how much they would like to hear.</summary>
public static class BundleCards
{
    /// <summary>One thing comes as its own card.</summary>
    /// <param name="next">The first day on which there could be another message.</param>
    public static AdaptiveCard Together(IReadOnlyList<Mention> mentions, string next)
    {
        if (mentions is [var only])
            return only.Alone;

        var card = Card.Of(BundleText.Title, [Card.Text(BundleText.Intro.With(next))]);
        foreach (var mention in mentions)
        {
            card.Body.Add(Card.Text(mention.Line));
            card.Body.Add(new AdaptiveActionSet { Actions = [mention.Open] });
        }

        card.Body.Add(new AdaptiveActionSet { Actions = [Card.Open(BundleText.Quiet, BundleActions.Quiet)] });
        return card;
    }

    /// <summary>For a typed word: a form opens from a button only.</summary>
    /// <param name="meant">What the form will have chosen; null for what holds now.</param>
    public static AdaptiveCard Quiet(HowMuch? meant) => Card.Of(
        BundleText.QuietTitle,
        [Card.Text(BundleText.QuietIntro)],
        meant is { } choice ? Card.Open(BundleText.Choose, BundleActions.Quiet, (BundleActions.HowMuch, choice.ToString())) : Card.Open(BundleText.Choose, BundleActions.Quiet));
}
