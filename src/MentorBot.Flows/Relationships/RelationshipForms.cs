using AdaptiveCards;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Agreements;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Closing;
using MentorBot.Flows.Experiments;
using MentorBot.Flows.Questions;
using MentorBot.Flows.Scheduling;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Relationships;

/// <summary>What one of the two reads or decides in a form: what the other wrote, how to make it lighter, to stop.</summary>
public sealed class RelationshipForms(MentoringProgramme programme)
{
    /// <summary>What can be done beside talking.</summary>
    /// <param name="next">What is booked next, if anything.</param>
    public static Form More(Relationship relationship, Booking? next, string name, bool mayRead, bool mayMakeLighter) => new(RelationshipText.YouAndTitle.With(name), Card.Of(
        null,
        [
            Card.Text(RelationshipText.MoreIntro),
            new AdaptiveActionSet
            {
                Actions =
                [
                    Submit(QuestionText.AskAhead, QuestionActions.AskNext, relationship),
                    Submit(ExperimentText.ListTitle, ExperimentActions.ListNext, relationship),
                    .. Booked(relationship, next),
                    Submit(ClosingText.Pause, ClosingActions.PauseNext, relationship),
                    Submit(ClosingText.Finish, ClosingActions.FinishNext, relationship),
                ],
            },
        ],
        mayRead ? Submit(RelationshipText.ReadWhatTheyWrote, RelationshipActions.ReadNext, relationship) : null,
        mayMakeLighter ? Submit(RelationshipText.TightTitle, RelationshipActions.TightNext, relationship) : null,
        Submit(AgreementText.Look, AgreementActions.OpenNext, relationship),
        Submit(RelationshipText.StopHere, RelationshipActions.StopNext, relationship),
        Card.Submit(TurnText.Close, ActionIds.CloseForm)));

    /// <summary>For the mentor they accepted: what they wrote, and what they ticked.</summary>
    public Form Read(Relationship relationship, string name)
    {
        var words = FormText.Show(relationship.Asked.Words);
        return new(RelationshipText.ReadTitle.With(name), Card.Of(
            null,
            [
                words is not null ? Card.Written(words)
                    : Card.Text(relationship.Asked.Themes.Contains(RequestForm.InPerson) ? RelationshipText.InPerson.With(name) : RelationshipText.NothingWritten.With(name)),
                .. AskedLines.Themes(relationship.Asked, programme),
                .. AskedLines.Of(relationship.Asked),
            ],
            Card.Submit(TurnText.Close, ActionIds.CloseForm)));
    }

    public static Form Stop(Relationship relationship, string name, bool mayMakeLighter) => new(RelationshipText.StopTitle.With(name), Card.Of(
        null,
        [Card.Text(RelationshipText.StopIntro.With(name))],
        Submit(RelationshipText.StopHere, RelationshipActions.Stop, relationship),
        Card.Submit(RelationshipText.GoOn, ActionIds.CloseForm),
        mayMakeLighter ? Submit(RelationshipText.MakeItLighter, RelationshipActions.TightNext, relationship) : null));

    /// <summary>With whom it is to get lighter, where there are several.</summary>
    public static Form WithWhom(IEnumerable<(Relationship Relationship, string Name)> people) => new(RelationshipText.TightTitle, Card.Of(
        null,
        [Card.Text(RelationshipText.TightWithWhom)],
        [.. people.Select(one => Submit(one.Name, RelationshipActions.TightNext, one.Relationship)), Card.Submit(RelationshipText.NotNow, ActionIds.CloseForm)]));

    /// <param name="next">What is booked next; only that can be later.</param>
    public static Form Tight(Relationship relationship, string name, Booking? next) => new(RelationshipText.TightTitle, Card.Of(
        null,
        [Card.Text(RelationshipText.TightIntro.With(name))],
        Lighten(RelationshipText.TwentyMinutes, RelationshipActions.LighterNext, relationship, Lighter.TwentyMinutes, next),
        next is null ? null : Lighten(RelationshipText.Later, RelationshipActions.LighterNext, relationship, Lighter.Later, next),
        Lighten(RelationshipText.QuietMonth, RelationshipActions.LighterNext, relationship, Lighter.QuietMonth, next),
        Submit(RelationshipText.HandOver, RelationshipActions.HandOverNext, relationship),
        Card.Submit(RelationshipText.NotNow, ActionIds.CloseForm)));

    /// <summary>What the other reads, before it is sent. They read it with this person's name in it.</summary>
    public static Form BeforeSending(Relationship relationship, Lighter how, Booking? next, string name, string sentence) => new(Title(how), Card.Of(
        null,
        [Card.Text(RelationshipText.TheyRead.With(name)), Card.Text($"*{sentence}*")],
        Lighten(RelationshipText.SendThis, RelationshipActions.MakeLighter, relationship, how, next),
        Card.Submit(RelationshipText.NotNow, ActionIds.CloseForm)));

    public static Form HandOver(Relationship relationship, string name) => new(RelationshipText.HandOverTitle, Card.Of(
        null,
        [Card.Text(RelationshipText.HandOverIntro.With(name))],
        Card.Submit(RelationshipText.TellFirst, RelationshipActions.TellFirst),
        Submit(RelationshipText.HandOverNow, RelationshipActions.HandOver, relationship),
        Card.Submit(RelationshipText.NotNow, ActionIds.CloseForm)));

    private static string Title(Lighter how) => how switch
    {
        Lighter.TwentyMinutes => RelationshipText.TwentyMinutes,
        Lighter.Later => RelationshipText.Later,
        _ => RelationshipText.QuietMonth,
    };

    private static AdaptiveAction Submit(string title, string id, Relationship relationship) => Card.Submit(title, id, (RelationshipActions.Relationship, relationship.Id.Value));

    private static IEnumerable<AdaptiveAction> Booked(Relationship relationship, Booking? next) => next is null ? [] :
    [
        Card.Submit(RelationshipText.HowItAppears, SchedulingActions.AppearNext, About(relationship, next)),
        Card.Submit(RelationshipText.CancelNext, SchedulingActions.CancelNext, About(relationship, next)),
    ];

    private static AdaptiveAction Lighten(string title, string id, Relationship relationship, Lighter how, Booking? next) =>
        Card.Submit(title, id, [(RelationshipActions.How, how.ToString()), .. About(relationship, next)]);

    private static (string, string)[] About(Relationship relationship, Booking? next) =>
        [(RelationshipActions.Relationship, relationship.Id.Value), (SchedulingActions.Number, Wanted.Text(next?.Number ?? 0))];
}
