using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using MentorBot.Domain.Bundles;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Flows.Bundles;

/// <summary>How much somebody would like to hear, and in which hours nothing.</summary>
public static class QuietForm
{
    private static readonly ImmutableArray<LocalTime> Hours = [.. Enumerable.Range(0, 24).Select(hour => new LocalTime(hour, 0))];

    private static readonly LocalTimePattern Stored = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private static IEnumerable<(string Value, string Title)> Choices =>
    [
        (nameof(HowMuch.AtMostTwoAWeek), BundleText.AtMostTwoAWeek),
        (nameof(HowMuch.NothingForAWeek), BundleText.NothingForAWeek),
        (nameof(HowMuch.NothingForAMonth), BundleText.NothingForAMonth),
        (nameof(HowMuch.NothingUntilTheyWrite), BundleText.NothingUntilTheyWrite),
    ];

    public static Form Ask(HowMuch chosen, QuietHours hours) => new(BundleText.QuietTitle, Card.Of(
        null,
        [
            Card.Text(BundleText.QuietIntro),
            Card.One(BundleActions.HowMuch, BundleText.HowMuch, Choices, chosen),
            Hour(BundleActions.From, BundleText.QuietFrom, hours.From),
            Hour(BundleActions.To, BundleText.QuietTo, hours.To),
            Card.Small(BundleText.OwnTime),
        ],
        Card.Submit(BundleText.Save, BundleActions.SaveQuiet),
        Card.Submit(TurnText.Close, ActionIds.CloseForm)));

    /// <summary>What was chosen; what is missing, or is no choice, stays as it was.</summary>
    public static (HowMuch Choice, QuietHours Hours) Read(Submission submission, HowMuch before, QuietHours hours) => (
        submission.One<HowMuch>(BundleActions.HowMuch) ?? before,
        new(HourIn(submission, BundleActions.From) ?? hours.From, HourIn(submission, BundleActions.To) ?? hours.To));

    private static AdaptiveChoiceSetInput Hour(string id, string label, LocalTime chosen)
    {
        var shown = LocalTimePattern.Create("t", CultureInfo.CurrentCulture);
        var input = Card.Choices(id, label, Hours.Select(hour => (Stored.Format(hour), shown.Format(hour))), [Stored.Format(chosen)]);
        input.Style = AdaptiveChoiceInputStyle.Compact;
        return input;
    }

    private static LocalTime? HourIn(Submission submission, string name) =>
        submission.Several(name, Hours.Select(Stored.Format)) is [var one] ? Stored.Parse(one).Value : null;
}
