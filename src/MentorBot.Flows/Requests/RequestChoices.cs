using System.Collections.Immutable;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Requests;

namespace MentorBot.Flows.Requests;

/// <summary>What can be ticked when somebody asks, in the order of the form: stored values and what people read. Also read by who is asked and by coordinators.</summary>
public static class RequestChoices
{
    public static ImmutableArray<(string Value, string Title)> Help =>
    [
        (nameof(HelpWanted.SomeoneToThinkWith), AnswerText.SomeoneToThinkWith),
        (nameof(HelpWanted.Advice), AnswerText.Advice),
        (nameof(HelpWanted.Skill), AnswerText.Skill),
        (nameof(HelpWanted.Direction), AnswerText.Direction),
        (nameof(HelpWanted.AnotherView), AnswerText.AnotherView),
        (nameof(HelpWanted.Introductions), AnswerText.Introductions),
        (nameof(HelpWanted.SomeoneWhoListens), AnswerText.SomeoneWhoListens),
        (nameof(HelpWanted.NotKnownYet), AnswerText.NotKnownYet),
    ];

    public static ImmutableArray<(string Value, string Title)> Themes(MentoringProgramme programme) =>
    [
        .. programme.Themes.Select(theme => (theme.Id, theme.Name)),
        (RequestForm.SomethingElse, AnswerText.SomethingElse),
        (RequestForm.InPerson, AnswerText.InPerson),
    ];

    public static ImmutableArray<(string Value, string Title)> Soon =>
    [
        (nameof(HowSoon.ThisWeek), AnswerText.ThisWeek),
        (nameof(HowSoon.NextWeeks), AnswerText.NextWeeks),
        (nameof(HowSoon.NoHurry), AnswerText.NoHurry),
    ];

    public static ImmutableArray<(string Value, string Title)> Pace =>
    [
        (nameof(Domain.Wishes.Pace.OneConversation), AnswerText.OneConversation),
        (nameof(Domain.Wishes.Pace.AFewConversations), AnswerText.AFewConversations),
        (nameof(Domain.Wishes.Pace.SomethingLonger), AnswerText.SomethingLonger),
        (nameof(Domain.Wishes.Pace.SeeAfterTheFirst), AnswerText.SeeAfterTheFirst),
    ];

    public static ImmutableArray<(string Value, string Title)> Wider =>
    [
        (nameof(Widening.TopicsCloseToMine), AnswerText.TopicsCloseToMine),
        (nameof(Widening.EitherWork), AnswerText.EitherWork),
        (nameof(Widening.AnotherWayOfMeeting), AnswerText.AnotherWayOfMeeting),
        (nameof(Widening.OtherHours), AnswerText.OtherHours),
        (nameof(Widening.AnotherLanguage), AnswerText.AnotherLanguage),
        (nameof(Widening.OneConversation), AnswerText.WideOneConversation),
    ];

    public static ImmutableArray<(string Value, string Title)> Roles =>
    [
        (nameof(InvitedAs.TheyMentorMe), AnswerText.TheyMentorMe),
        (nameof(InvitedAs.IMentorThem), AnswerText.IMentorThem),
        (nameof(InvitedAs.ByTurns), AnswerText.ByTurns),
    ];

    /// <summary>What was ticked, as people read it, in the order of the choices, joined by commas; null for nothing.</summary>
    public static string? Read(IEnumerable<(string Value, string Title)> choices, IEnumerable<string> chosen)
    {
        var ticked = chosen.ToHashSet(StringComparer.Ordinal);
        return string.Join(", ", choices.Where(choice => ticked.Contains(choice.Value)).Select(choice => choice.Title)) is { Length: > 0 } read ? read : null;
    }
}
