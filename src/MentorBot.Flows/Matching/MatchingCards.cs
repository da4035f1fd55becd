using System.Collections.Immutable;
using System.Globalization;
using AdaptiveCards;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Scheduling;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Requests;
using MentorBot.Flows.Turns;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.Flows.Matching;

/// <summary>What whoever is asked sees in the chat: who asks, and what it is about. Never a word that anybody wrote.</summary>
public sealed class MatchingCards(MentoringProgramme programme, IDirectory directory, IClock clock)
{
    /// <summary>The question, to whoever was chosen or invited.</summary>
    public async Task<AdaptiveCard> Question(Request request, RequestState.Asking asking, Reader reader, CancellationToken cancellationToken)
    {
        var name = await directory.NameOf(request.Person, cancellationToken);
        var times = TimesToCome(asking);
        return Card.Of(
            asking.IsSoon && !times.IsEmpty ? MatchingText.SoonTitle.With(name) : MatchingText.Title.With(name),
            [
                Card.Text(request.Invited is { } invited ? Idea(invited, name) : About(request, asking, name)),
                Suits(asking, times, reader),
                Card.Text(YesMeans(request, asking, reader)),
            ],
            Buttons(request, asking, times, reader));
    }

    /// <summary>The one reminder.</summary>
    public async Task<AdaptiveCard> Reminder(Request request, RequestState.Asking asking, Reader reader, CancellationToken cancellationToken)
    {
        var (day, times) = (reader.Day(asking.Until), TimesToCome(asking));
        return Card.Of(
            MatchingText.ReminderTitle.With(day),
            [
                Card.Text(MatchingText.Reminder.With(await directory.NameOf(request.Person, cancellationToken), day)),
                Suits(asking, times, reader),
            ],
            Buttons(request, asking, times, reader));
    }

    public async Task<Standing> Standing(Request request, RequestState.Asking asking, Reader reader, CancellationToken cancellationToken)
    {
        var name = await directory.NameOf(request.Person, cancellationToken);
        return new(
            asking.IsSoon ? MatchingText.StandingSoon.With(name, reader.Moment(asking.Until)) : MatchingText.Standing.With(name, reader.Day(asking.Until)),
            asking.Until,
            Card.Press(MatchingText.ShowIt, MatchingActions.Show, Ids(request, asking)));
    }

    /// <summary>What may be known before an answer.</summary>
    public Form More(Request request, RequestState.Asking asking, string name, Reader reader)
    {
        var times = TimesToCome(asking);
        return MatchingForms.More(request, name, [
            .. times.Select(time => Card.Submit(YesAt(asking, time, reader), MatchingActions.YesAtInForm, Ids(request, asking, time))),
            Card.Submit(times.IsEmpty ? MatchingText.Yes : MatchingText.YesAnotherTime, MatchingActions.YesInForm, Ids(request, asking)),
            Card.Submit(MatchingText.NotNow, MatchingActions.NotNowInForm, Ids(request, asking)),
        ]);
    }

    /// <summary>What is left of the card of whoever said "not now".</summary>
    public static AdaptiveCard Thanked(string name) => Card.Of(TurnText.SettledTitle, [Card.Text(MatchingText.Thanked.With(name))]);

    /// <summary>Which question a button is about.</summary>
    internal static (string Name, string Value)[] Ids(Request request, RequestState.Asking asking) =>
        [(RequestActions.Person, request.Person.Value), (RequestActions.Request, request.Id.Value), (RequestActions.Match, asking.Match.Value)];

    /// <summary>How a time stands in a button's data.</summary>
    internal static string Text(MeetingTime time) => time.Start.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static (string Name, string Value)[] Ids(Request request, RequestState.Asking asking, MeetingTime time) => [.. Ids(request, asking), (MatchingActions.At, Text(time))];

    private static AdaptiveAction[] Buttons(Request request, RequestState.Asking asking, ImmutableArray<MeetingTime> times, Reader reader) =>
    [
        .. times.IsEmpty
            ? [Card.Press(MatchingText.Yes, MatchingActions.Yes, Ids(request, asking))]
            : times.Select(time => Card.Press(YesAt(asking, time, reader), MatchingActions.YesAt, Ids(request, asking, time))),
        Card.Open(MatchingText.KnowMore, MatchingActions.More, Ids(request, asking)),
        Card.Press(MatchingText.NotNow, MatchingActions.NotNow, Ids(request, asking)),
    ];

    private static AdaptiveTextBlock? Suits(RequestState.Asking asking, ImmutableArray<MeetingTime> times, Reader reader) => (times, asking.IsSoon) switch
    {
        ([], _) => null,
        (_, true) => Card.Text(MatchingText.SoonTimes),
        _ => Card.Text(MatchingText.TimeForBoth.With(reader.Moment(times[0].Start))),
    };

    private static string YesAt(RequestState.Asking asking, MeetingTime time, Reader reader) => asking.IsSoon
        ? MatchingText.ShortTime.With(LocalDatePattern.Create("dddd", reader.Culture).Format(time.Start.InZone(reader.Zone).Date), reader.Time(time.Start))
        : MatchingText.YesAtThisTime;

    private static string YesMeans(Request request, RequestState.Asking asking, Reader reader) => (request.Invited, asking.IsSoon) switch
    {
        (not null, _) => MatchingText.InvitedYesMeans.With(reader.Day(asking.Until)),
        (_, true) => MatchingText.YesMeansSoon.With(reader.Moment(asking.Until)),
        _ => MatchingText.YesMeans.With(reader.Day(asking.Until)),
    };

    /// <summary>A time that has gone by is not on a card any more.</summary>
    private ImmutableArray<MeetingTime> TimesToCome(RequestState.Asking asking) => asking.TimesFrom(clock.GetCurrentInstant());

    private static string Idea(InvitedAs invited, string name) => invited switch
    {
        InvitedAs.IMentorThem => MatchingText.InvitedToBeMentored.With(name),
        InvitedAs.ByTurns => MatchingText.InvitedByTurns.With(name),
        _ => MatchingText.InvitedAsMentor.With(name),
    };

    private string About(Request request, RequestState.Asking asking, string name)
    {
        // Only what the organisation calls a theme reads well in a sentence; the other two choices are none.
        var themes = string.Join(", ", programme.Themes.Where(theme => request.Form.Themes.Contains(theme.Id)).Select(theme => $"“{theme.Name}”"));
        var asEquals = asking.People.Any(one => one.Mentor == asking.Whom && one.Reasons.Any(reason => reason.Kind == ReasonKind.LooksToo));
        var inPerson = request.Form.Themes.Contains(RequestForm.InPerson);
        return (asEquals, themes) switch
        {
            (false, "") when asking.IsSoon => inPerson ? MatchingText.SoonAboutInPerson.With(name) : MatchingText.SoonAboutNothing.With(name),
            (false, _) when asking.IsSoon => MatchingText.SoonAbout.With(name, themes),
            (false, "") => inPerson ? MatchingText.AboutInPerson.With(name) : MatchingText.AboutNothing.With(name),
            (false, _) => MatchingText.About.With(name, themes),
            (true, "") => inPerson ? MatchingText.AsEqualsInPerson.With(name) : MatchingText.AsEqualsNothing.With(name),
            (true, _) => MatchingText.AsEquals.With(name, themes),
        };
    }
}
