using System.Collections.Immutable;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Wishes;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Wishes;

namespace MentorBot.Flows.Requests;

/// <summary>Why two people might suit, as sentences to the person asking. Never a number of points, nor a rank.</summary>
public sealed class Reasons(MentoringProgramme programme)
{
    public const int Most = 3;

    /// <summary>The first few worth reading; a kind sentence where there is none.</summary>
    public ImmutableArray<string> Of(Proposal proposal, string name)
    {
        var sentences = proposal.Reasons
            .GroupBy(reason => reason.Kind)
            .OrderBy(kind => kind.Key)
            .SelectMany(kind => Sentences(kind.Key, [.. kind.Select(reason => reason.About)], name))
            .Take(Most)
            .ToImmutableArray();
        return sentences.IsEmpty ? [ChoiceText.ReasonNone] : sentences;
    }

    private IEnumerable<string> Sentences(ReasonKind kind, ImmutableArray<string?> about, string name) => kind switch
    {
        ReasonKind.WishedFor => [ChoiceText.ReasonWishedFor.With(name)],
        ReasonKind.Theme => Themes([.. programme.Themes.Where(theme => about.Contains(theme.Id)).Select(theme => theme.Name)]),
        ReasonKind.Help => Help(about),
        ReasonKind.SimilarWork => [ChoiceText.ReasonSimilarWork],
        ReasonKind.DifferentWork => [ChoiceText.ReasonDifferentWork],
        ReasonKind.ShortNotice => [ChoiceText.ReasonShortNotice],
        ReasonKind.SharedHours => about[0] == "1" ? [ChoiceText.ReasonOneHour] : [ChoiceText.ReasonHours.With(about[0])],
        ReasonKind.Language => about[0] is { } tag ? [ChoiceText.ReasonLanguage.With(WishChoices.NameOf(tag))] : [],
        ReasonKind.Meeting => about[0] switch
        {
            nameof(WayOfMeeting.Teams) => [ChoiceText.ReasonTeams],
            nameof(WayOfMeeting.SameRoom) => [ChoiceText.ReasonSameRoom],
            nameof(WayOfMeeting.WalkOrPhone) => [ChoiceText.ReasonWalkOrPhone],
            _ => [],
        },
        ReasonKind.LooksToo => [ChoiceText.ReasonLooksToo],
        _ => [ChoiceText.ReasonHasTime],
    };

    /// <summary>A theme that the organisation took back since is left out.</summary>
    private static IEnumerable<string> Themes(ImmutableArray<string> names) => names switch
    {
        [] => [],
        [var one] => [ChoiceText.ReasonTheme.With(one)],
        [var one, var other, ..] => [ChoiceText.ReasonThemes.With(one, other)],
    };

    private static IEnumerable<string> Help(ImmutableArray<string?> about) => RequestChoices.Read(RequestChoices.Help, about.OfType<string>()) is { } kinds
        ? [ChoiceText.ReasonHelp.With(kinds)]
        : [ChoiceText.ReasonWhatever];
}
