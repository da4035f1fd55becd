using AdaptiveCards;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Requests;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Requests;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Matching;

/// <summary>What whoever is asked sees in the chat: who asks, and what it is about. Never a word that anybody wrote.</summary>
public sealed class MatchingCards(MentoringProgramme programme, IDirectory directory)
{
    /// <summary>The question, to whoever was chosen or invited.</summary>
    public async Task<AdaptiveCard> Question(Request request, RequestState.Asking asking, Reader reader, CancellationToken cancellationToken)
    {
        var name = await directory.NameOf(request.Person, cancellationToken);
        var day = reader.Day(asking.Until);
        return Card.Of(
            MatchingText.Title.With(name),
            [
                Card.Text(request.Invited is { } invited ? Idea(invited, name) : About(request, asking, name)),
                Card.Text(request.Invited is null ? MatchingText.YesMeans.With(day) : MatchingText.InvitedYesMeans.With(day)),
            ],
            Buttons(request, asking));
    }

    /// <summary>The one reminder.</summary>
    public async Task<AdaptiveCard> Reminder(Request request, RequestState.Asking asking, Reader reader, CancellationToken cancellationToken)
    {
        var day = reader.Day(asking.Until);
        return Card.Of(
            MatchingText.ReminderTitle.With(day),
            [Card.Text(MatchingText.Reminder.With(await directory.NameOf(request.Person, cancellationToken), day))],
            Buttons(request, asking));
    }

    public async Task<Standing> Standing(Request request, RequestState.Asking asking, Reader reader, CancellationToken cancellationToken) => new(
        MatchingText.Standing.With(await directory.NameOf(request.Person, cancellationToken), reader.Day(asking.Until)),
        asking.Until,
        Card.Press(MatchingText.ShowIt, MatchingActions.Show, Ids(request, asking)));

    /// <summary>What is left of the card of whoever said "not now".</summary>
    public static AdaptiveCard Thanked(string name) => Card.Of(TurnText.SettledTitle, [Card.Text(MatchingText.Thanked.With(name))]);

    /// <summary>Which question a button is about.</summary>
    internal static (string Name, string Value)[] Ids(Request request, RequestState.Asking asking) =>
        [(RequestActions.Person, request.Person.Value), (RequestActions.Request, request.Id.Value), (RequestActions.Match, asking.Match.Value)];

    private static AdaptiveAction[] Buttons(Request request, RequestState.Asking asking) =>
    [
        Card.Press(MatchingText.Yes, MatchingActions.Yes, Ids(request, asking)),
        Card.Open(MatchingText.KnowMore, MatchingActions.More, Ids(request, asking)),
        Card.Press(MatchingText.NotNow, MatchingActions.NotNow, Ids(request, asking)),
    ];

    private static string Idea(InvitedAs invited, string name) => invited switch
    {
        InvitedAs.IMentorThem => MatchingText.InvitedToBeMentored.With(name),
        InvitedAs.ByTurns => MatchingText.InvitedByTurns.With(name),
        _ => MatchingText.InvitedAsMentor.With(name),
    };

    private string About(Request request, RequestState.Asking asking, string name)
    {
        // Only what the organisation calls a theme reads well in a sentence; the other two choices mean that one would rather talk.
        var themes = string.Join(", ", programme.Themes.Where(theme => request.Form.Themes.Contains(theme.Id)).Select(theme => $"“{theme.Name}”"));
        var asEquals = asking.People.Any(one => one.Mentor == asking.Whom && one.Reasons.Any(reason => reason.Kind == ReasonKind.LooksToo));
        return (asEquals, themes) switch
        {
            (false, "") => MatchingText.AboutInPerson.With(name),
            (false, _) => MatchingText.About.With(name, themes),
            (true, "") => MatchingText.AsEqualsInPerson.With(name),
            (true, _) => MatchingText.AsEquals.With(name, themes),
        };
    }
}
