using System.Collections.Immutable;
using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Wishes;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;
using MentorBot.Flows.Wishes;

namespace MentorBot.Flows.Requests;

/// <summary>The twelve questions to somebody who asks: new, kept, or to be changed.</summary>
public sealed class RequestForms(MentoringProgramme programme, RequestCards cards, PeoplePicker people)
{
    /// <param name="intro">What is said above the first question.</param>
    /// <param name="isSent">Whether it was sent before: then answers are saved, else sent or kept.</param>
    /// <param name="after">The relationship that ended before, if one did.</param>
    public async Task<Form> Ask(RequestId id, Filled filled, string intro, bool isSent, Person person, RelationshipId? after, CancellationToken cancellationToken)
    {
        var form = filled.Form;
        var coordinator = await cards.CoordinatorFor(person.Id, cancellationToken);
        (string, string)[] ids = after is { } ended ? [(RequestActions.Request, id.Value), (RequestActions.After, ended.Value)] : [(RequestActions.Request, id.Value)];
        return new(isSent ? RequestText.ChangeTitle : RequestText.FormTitle, Card.Of(
            null,
            [
                filled.Wrong is null ? null : Card.Wrong(filled.Wrong),
                Card.Text(intro),
                WritingForm.Field(Field.Words, RequestText.Words, form.Words, RequestForm.LongestWords, RequestText.WordsHint),
                Card.Choices(Field.Help, RequestText.HelpWanted, RequestChoices.Help, form.Help.Select(one => one.ToString()), several: true),
                Card.Choices(Field.Themes, RequestText.Themes, RequestChoices.Themes(programme), form.Themes, several: true),
                Card.One(Field.Soon, RequestText.Soon, RequestChoices.Soon, form.Soon),
                Card.One(Field.Pace, RequestText.PaceLabel, RequestChoices.Pace, form.Pace),
                .. Card.Folded(
                    RequestText.MoreWishes,
                    "more",
                    [
                        .. PeoplePicker.Input(Field.Wished, RequestText.WishedFor, RequestText.WishedForHint, filled.Wished),
                        Card.One(Field.AtEaseWith, WishText.AtEaseWith, WishChoices.AtEase, form.AtEaseWith),
                        Card.Choices(Field.Languages, WishText.LanguagesLabel, WishChoices.Languages(person), form.Languages, several: true),
                        Card.One(Field.Meeting, WishText.Meeting, WishChoices.Meeting, form.Meeting),
                        .. PeoplePicker.Input(Field.Never, RequestText.NotThese, RequestText.NotTheseHint, filled.Never, several: true),
                        WritingForm.Field(Field.Line, RequestText.Line, form.Line, RequestForm.LongestLine, RequestText.LineHint, isLong: false),
                        Card.Choices(
                            Field.MayRead,
                            RequestText.MayRead.With(coordinator),
                            [("false", RequestText.MayReadNo), ("true", RequestText.MayReadYes)],
                            [form.CoordinatorMayRead ? "true" : "false"]),
                    ],
                    isOpen: filled.HasWrongPeople),
            ],
            isSent
                ? [Card.Submit(RequestText.Save, RequestActions.Save, ids), Card.Submit(RequestText.LeaveAsIs, ActionIds.CloseForm)]
                : [Card.Submit(RequestText.FindMeSomeone, RequestActions.Send, ids), Card.Submit(RequestText.KeepForLater, RequestActions.Keep, ids)]));
    }

    /// <summary>The form before anything was said: the gentle choices are made already.</summary>
    public static Filled Blank(Person person) => new(
        new(null, [], [], HowSoon.NextWeeks, Pace.SeeAfterTheFirst, null, AtEaseWith.Anyone, person.Languages, WayOfMeeting.Any, NeverList.Nobody, null, CoordinatorMayRead: false, []),
        Picked.Nobody,
        Picked.Nobody);

    /// <summary>What was said before.</summary>
    public async Task<Filled> Of(RequestForm form, CancellationToken cancellationToken) => new(
        form,
        await people.Of(form.WishedFor is { } wished ? [wished] : [], cancellationToken),
        await people.Of(form.NotThese.ForItsAuthor(), cancellationToken));

    /// <param name="before">What was said before and is not asked here: what would be fine as well.</param>
    /// <param name="isComplete">
    /// Whether the needed question has to be answered. It is checked here and not in the client, where a required input would bar
    /// the way to "keep this for later" as well.
    /// </param>
    public async Task<Filled> Read(Submission submission, Person person, RequestForm? before, bool isComplete, CancellationToken cancellationToken)
    {
        var wished = await people.Read(submission, Field.Wished, person.Id, several: false, cancellationToken);
        var never = await people.Read(submission, Field.Never, person.Id, several: true, cancellationToken);
        var languages = submission.Several(Field.Languages, person.Languages);
        var form = new RequestForm(
            submission.Words(Field.Words),
            submission.Several<HelpWanted>(Field.Help),
            submission.Several(Field.Themes, RequestChoices.Themes(programme).Select(choice => choice.Value)),
            submission.One<HowSoon>(Field.Soon) ?? HowSoon.NextWeeks,
            submission.One<Pace>(Field.Pace) ?? Pace.SeeAfterTheFirst,
            wished.Ids.Select(one => (PersonId?)one).FirstOrDefault(),
            submission.One<AtEaseWith>(Field.AtEaseWith) ?? AtEaseWith.Anyone,
            languages.IsEmpty ? person.Languages : languages,
            submission.One<WayOfMeeting>(Field.Meeting) ?? WayOfMeeting.Any,
            NeverList.Of(never.Ids),
            submission.Words(Field.Line),
            submission.IsTicked(Field.MayRead),
            before?.Widened ?? []);

        return new(form, wished, never, isComplete && form.Help.IsEmpty ? RequestText.HelpMissing
            : FormText.Length(form.Words) > RequestForm.LongestWords ? TurnText.TooLong.With(RequestForm.LongestWords)
            : FormText.Length(form.Line) > RequestForm.LongestLine ? TurnText.TooLong.With(RequestForm.LongestLine)
            : null);
    }

    private static class Field
    {
        public const string Words = "words";
        public const string Help = "help";
        public const string Themes = "themes";
        public const string Soon = "soon";
        public const string Pace = "pace";
        public const string Wished = "wished";
        public const string AtEaseWith = "at-ease-with";
        public const string Languages = "languages";
        public const string Meeting = "meeting";
        public const string Never = "never";
        public const string Line = "line";
        public const string MayRead = "may-read";
    }
}
