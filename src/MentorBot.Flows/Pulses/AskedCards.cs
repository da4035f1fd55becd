using System.Globalization;
using AdaptiveCards;
using MentorBot.Domain.Pulses;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Pulses;

/// <summary>What those see who are asked. What they choose stands in the form alone.</summary>
internal static class AskedCards
{
    /// <summary>What "leave out" is sent as: an input that is empty would not be sent at all.</summary>
    private const string LeftOut = "0";

    public static AdaptiveCard Invitation(Invitation invitation, string name, Reader reader)
    {
        var until = reader.Day(invitation.Pulse.ClosesAt);
        return Card.Of(
            Title(invitation, name),
            [
                Card.Text(invitation.Pulse.Plan.Form == PulseForm.All ? PulseText.BodyAll.With(name, until) : PulseText.BodySeven.With(name, until)),
                Card.Small(PulseText.SmallPrint),
            ],
            Choices(invitation));
    }

    public static AdaptiveCard Reminder(Invitation invitation, string name, Reader reader) => Card.Of(
        PulseText.ReminderTitle.With(reader.Day(invitation.Pulse.ClosesAt)), [Card.Text(PulseText.ReminderBody.With(name))], Choices(invitation));

    public static string Title(Invitation invitation, string name) =>
        invitation.Pulse.Plan.Form == PulseForm.All ? PulseText.TitleAll.With(name) : PulseText.TitleSeven.With(name);

    public static AdaptiveAction Open(Invitation invitation) => Card.Open(PulseText.Open, PulseActions.AnswerForm, Ids(invitation));

    public static AdaptiveCard Sent(Invitation invitation, Reader reader) => Card.Line(
        PulseText.Sent.With(reader.Day(invitation.Pulse.ClosesAt)),
        Card.Open(PulseText.Change, PulseActions.AnswerForm, Ids(invitation)),
        Card.Press(PulseText.TakeItBack, PulseActions.TakeBack, Ids(invitation)),
        WordForm.Open);

    public static AdaptiveCard NotThisTime(Pulse pulse, Reader reader) => Card.Line(PulseText.AllRight.With(reader.Day(pulse.ResultAt)));

    public static AdaptiveCard Closed(Pulse pulse, bool hasOwn, Reader reader) => Card.Line(ClosedLine(pulse, reader), hasOwn ? OwnForms.Open : null);

    /// <summary>The same where a form was to be opened.</summary>
    public static Form ClosedForm(Pulse pulse, bool hasOwn, Reader reader) => new(PulseText.ClosedTitle, Card.Line(
        ClosedLine(pulse, reader), hasOwn ? Card.Submit(OwnAnswersText.Button, PulseActions.OwnNext) : null, Card.Submit(TurnText.Close, ActionIds.CloseForm)));

    /// <summary>All statements on one page, with what was chosen before.</summary>
    public static Form Answering(Invitation invitation, string name) => new(PulseText.FormTitle.With(name), Card.Of(
        null,
        [Card.Text(PulseText.FormIntro.With(name)), .. MentoringIndex.ItemsOf(invitation.Pulse.Plan.Form).Select(item => Statement(item, invitation.Given?[item]))],
        Card.Submit(PulseText.Send, PulseActions.Send, Ids(invitation)),
        Card.Submit(PulseText.NotNow, ActionIds.CloseForm)));

    /// <summary>What was chosen for the statements that this form has; anything else counts as left out.</summary>
    public static Answers Read(Submission submission, PulseForm form)
    {
        var answers = Answers.None;
        foreach (var item in MentoringIndex.ItemsOf(form))
            if (submission.Number(PulseActions.Statement(item)) is >= MentoringIndex.Lowest and <= MentoringIndex.Highest and var chosen)
                answers = answers.With(item, chosen);
        return answers;
    }

    /// <summary>By which a card or form names it.</summary>
    public static (string, string)[] Ids(PulseId pulse, RelationshipId about) => [(PulseActions.Pulse, pulse.Value), (RelationshipActions.Relationship, about.Value)];

    private static (string, string)[] Ids(Invitation invitation) => Ids(invitation.Pulse.Id, invitation.About);

    private static AdaptiveAction[] Choices(Invitation invitation) =>
        [Open(invitation), Card.Press(PulseText.NotThisTime, PulseActions.NotThisTime, Ids(invitation)), WordForm.Open];

    private static AdaptiveChoiceSetInput Statement(int item, int? chosen)
    {
        var input = Card.Choices(
            PulseActions.Statement(item),
            MentoringIndex.Statement(item),
            [.. Enumerable.Range(MentoringIndex.Lowest, MentoringIndex.Highest).Select(value => (Sent(value), Worded(value))), (LeftOut, PulseText.LeaveOut)],
            [chosen is { } value ? Sent(value) : LeftOut]);
        input.Style = AdaptiveChoiceInputStyle.Compact;
        input.Wrap = false;
        return input;
    }

    /// <summary>Only the two ends are worded, as in the index.</summary>
    public static string Worded(int value) => value switch
    {
        MentoringIndex.Lowest => PulseText.Lowest.With(value),
        MentoringIndex.Highest => PulseText.Highest.With(value),
        _ => value.ToString(CultureInfo.CurrentCulture),
    };

    private static string Sent(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string ClosedLine(Pulse pulse, Reader reader) => PulseText.Closed.With(reader.Day(pulse.ClosesAt), reader.Day(pulse.ResultAt));
}
