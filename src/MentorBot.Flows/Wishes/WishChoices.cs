using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Wishes;

namespace MentorBot.Flows.Wishes;

/// <summary>What can be ticked by who asks and by who offers alike: stored values and what people read.</summary>
public static class WishChoices
{
    public static ImmutableArray<(string Value, string Title)> AtEase =>
    [
        (nameof(AtEaseWith.WorkLikeMine), WishText.WorkLikeMine),
        (nameof(AtEaseWith.DifferentWork), WishText.DifferentWork),
        (nameof(AtEaseWith.Anyone), WishText.Anyone),
    ];

    public static ImmutableArray<(string Value, string Title)> Meeting =>
    [
        (nameof(WayOfMeeting.Teams), WishText.Teams),
        (nameof(WayOfMeeting.SameRoom), WishText.SameRoom),
        (nameof(WayOfMeeting.WalkOrPhone), WishText.WalkOrPhone),
        (nameof(WayOfMeeting.Any), WishText.Any),
    ];

    public static ImmutableArray<(string Value, string Title)> Languages(Person person) => [.. person.Languages.Select(tag => (tag, NameOf(tag)))];

    /// <summary>A language's name in the language of whoever reads.</summary>
    public static string NameOf(string tag) => CultureInfo.GetCultureInfo(tag).DisplayName;
}
