using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain.Agreements;
using MentorBot.Domain.Wishes;
using MentorBot.Flows.Cards;

namespace MentorBot.Flows.Agreements;

/// <summary>The nine questions, and what can be ticked beside the fifth: stored values and what people read.</summary>
internal static class AgreementWords
{
    /// <summary>Stands for what is left open.</summary>
    private const string Open = "open";

    public static ImmutableArray<string> Questions =>
    [
        AgreementText.Question1, AgreementText.Question2, AgreementText.Question3, AgreementText.Question4, AgreementText.Question5,
        AgreementText.Question6, AgreementText.Question7, AgreementText.Question8, AgreementText.Question9,
    ];

    public static ImmutableArray<(SideBySide.Tick Tick, string Id, string Label, ImmutableArray<(string Value, string Title)> Choices)> Ticks =>
    [
        (SideBySide.Tick.HowOften, AgreementActions.HowOften, AgreementText.HowOften,
        [
            (nameof(HowOften.EveryWeek), AgreementText.EveryWeek),
            (nameof(HowOften.EveryTwoWeeks), AgreementText.EveryTwoWeeks),
            (nameof(HowOften.EveryMonth), AgreementText.EveryMonth),
            (nameof(HowOften.WhenOneOfUsAsks), AgreementText.WhenOneOfUsAsks),
            (Open, AgreementText.LeftOpen),
        ]),
        (SideBySide.Tick.HowLong, AgreementActions.HowLong, AgreementText.HowLong,
            [.. Rhythm.Lengths.Select(minutes => (Text(minutes), AgreementText.Minutes.With(minutes))), (Open, AgreementText.LeftOpen)]),
        (SideBySide.Tick.Where, AgreementActions.Where, AgreementText.Where,
        [
            (nameof(WayOfMeeting.Teams), AgreementText.Teams),
            (nameof(WayOfMeeting.SameRoom), AgreementText.SameRoom),
            (nameof(WayOfMeeting.WalkOrPhone), AgreementText.WalkOrPhone),
            (Open, AgreementText.LeftOpen),
        ]),
        (SideBySide.Tick.LookAgain, AgreementActions.LookAgain, AgreementText.LookAgain,
            [.. Rhythm.LooksAgain.Select(number => (Text(number), number == 1 ? AgreementText.AfterOne : AgreementText.AfterSeveral.With(number))), (Open, AgreementText.LeftOpen)]),
    ];

    /// <summary>As a choice has it.</summary>
    public static string ValueOf(Rhythm rhythm, SideBySide.Tick tick) => tick switch
    {
        SideBySide.Tick.HowOften => rhythm.HowOften?.ToString(),
        SideBySide.Tick.HowLong => rhythm.Minutes is { } minutes ? Text(minutes) : null,
        SideBySide.Tick.Where => rhythm.Where?.ToString(),
        _ => rhythm.LookAgainAfter is { } number ? Text(number) : null,
    } ?? Open;

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
