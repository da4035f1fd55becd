using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Wishes;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Requests;
using MentorBot.Flows.Wishes;

namespace MentorBot.Flows.Console;

/// <summary>Why two people might suit, told to a third. Never a number of points, and nothing about how good somebody is.</summary>
internal static class ThirdPerson
{
    private const int MostReasons = 3;

    /// <summary>Up to three sentences, those first that are worth reading first.</summary>
    public static ImmutableArray<string> Why(Proposal proposal, string asking, string mentor, MentoringProgramme programme)
    {
        var sentences = proposal.Reasons
            .GroupBy(reason => (reason.Kind, HasNone: reason.About is null))
            .OrderBy(group => group.Key.Kind)
            .Select(group => Sentence(group.Key.Kind, [.. group.Select(reason => reason.About).OfType<string>()], asking, mentor, programme))
            .OfType<string>()
            .Take(MostReasons)
            .ToImmutableArray();
        return sentences.IsEmpty ? [ConsoleText.WhyFresh] : sentences;
    }

    public static string? About(ThingToKnow? thing) => thing switch
    {
        ThingToKnow.LastFreePlace => ConsoleText.ThingLast,
        ThingToKnow.FewSharedHours { Hours: 0 } => ConsoleText.ThingNoHours,
        ThingToKnow.FewSharedHours { Hours: 1 } => ConsoleText.ThingHour,
        ThingToKnow.FewSharedHours few => ConsoleText.ThingHours.With(few.Hours),
        ThingToKnow.NoSharedTheme => ConsoleText.ThingNoTheme,
        ThingToKnow.FirstAsMentor => ConsoleText.ThingFirst,
        ThingToKnow.OthersSuit { Number: 1 } => ConsoleText.ThingOther,
        ThingToKnow.OthersSuit others => ConsoleText.ThingOthers.With(others.Number),
        _ => null,
    };

    private static string? Sentence(ReasonKind kind, ImmutableArray<string> about, string asking, string mentor, MentoringProgramme programme) => kind switch
    {
        ReasonKind.WishedFor => ConsoleText.WhyWished.With(asking, mentor),
        ReasonKind.Theme => Themes(about, programme),
        ReasonKind.Help when about.IsEmpty => ConsoleText.WhyWhatever,
        ReasonKind.Help => RequestChoices.Read(RequestChoices.Help, about) is { } kinds ? ConsoleText.WhyHelp.With(asking, kinds) : null,
        ReasonKind.SimilarWork => ConsoleText.WhySimilar.With(asking),
        ReasonKind.DifferentWork => ConsoleText.WhyDifferent.With(asking),
        ReasonKind.ShortNotice => ConsoleText.WhyShortNotice,
        ReasonKind.SharedHours => Hours(about),
        ReasonKind.Language => about is [var tag, ..] ? ConsoleText.WhyLanguage.With(WishChoices.NameOf(tag)) : null,
        ReasonKind.Meeting => Meeting(about),
        ReasonKind.LooksToo => ConsoleText.WhyLooksToo,
        ReasonKind.HasTime => ConsoleText.WhyTime,
        _ => null,
    };

    /// <summary>A theme that the programme has no more cannot be named.</summary>
    private static string? Themes(ImmutableArray<string> ids, MentoringProgramme programme)
    {
        string[] names = [.. programme.Themes.Where(theme => ids.Contains(theme.Id)).OrderBy(theme => ids.IndexOf(theme.Id)).Select(theme => theme.Name)];
        return names switch
        {
            [] => null,
            [var one] => ConsoleText.WhyTheme.With(one),
            [var one, var other, ..] => ConsoleText.WhyThemes.With(one, other),
        };
    }

    private static string? Hours(ImmutableArray<string> about) => about is [var text, ..] && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var hours)
        ? hours == 1 ? ConsoleText.WhyHour : ConsoleText.WhyHours.With(hours)
        : null;

    private static string? Meeting(ImmutableArray<string> about) => about switch
    {
        [nameof(WayOfMeeting.Teams), ..] => ConsoleText.WhyTeams,
        [nameof(WayOfMeeting.SameRoom), ..] => ConsoleText.WhySameRoom,
        [nameof(WayOfMeeting.WalkOrPhone), ..] => ConsoleText.WhyWalk,
        _ => null,
    };
}
