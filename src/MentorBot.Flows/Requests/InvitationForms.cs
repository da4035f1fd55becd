using AdaptiveCards;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Wishes;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Requests;

/// <summary>"We found each other": whom, how they see it, one line; and the line to forward to somebody who is not here yet.</summary>
public sealed class InvitationForms(PeoplePicker people)
{
    /// <summary>What is in the form of an invitation.</summary>
    /// <param name="Wrong">What has to be put right, beside what the person picked may bring.</param>
    public sealed record Invitation(Picked Whom, InvitedAs Role, Pace Pace, Confidential? Line, string? Wrong = null)
    {
        public static readonly Invitation Blank = new(Picked.Nobody, InvitedAs.TheyMentorMe, Pace.SeeAfterTheFirst, null);

        public bool CanBeTaken => Wrong is null && Whom.Wrong is null;

        /// <summary>What the question is kept as. Nothing in it but this was asked.</summary>
        public RequestForm Form(Person person) =>
            new(null, [], [], HowSoon.NextWeeks, Pace, null, AtEaseWith.Anyone, person.Languages, WayOfMeeting.Any, NeverList.Nobody, Line, CoordinatorMayRead: false, []);
    }

    public static Form Ask(RequestId id, Invitation filled) => new(InvitationText.FormTitle, Card.Of(
        null,
        [
            filled.Wrong is null ? null : Card.Wrong(filled.Wrong),
            Card.Text(InvitationText.FormIntro),
            .. PeoplePicker.Input(Field.Whom, InvitationText.Whom, null, filled.Whom),
            Card.One(Field.Role, InvitationText.Role, RequestChoices.Roles, filled.Role),
            Card.One(Field.Pace, RequestText.PaceLabel, RequestChoices.Pace, filled.Pace),
            WritingForm.Field(Field.Line, InvitationText.Line, filled.Line, RequestForm.LongestLine, InvitationText.LineHint, isLong: false),
        ],
        Card.Submit(InvitationText.Invite, RequestActions.Invite, (RequestActions.Request, id.Value)),
        Card.Submit(InvitationText.NotYet, ActionIds.CloseForm)));

    public async Task<Invitation> Read(Submission submission, PersonId reader, CancellationToken cancellationToken)
    {
        var whom = await people.Read(submission, Field.Whom, reader, several: false, cancellationToken);
        var line = submission.Words(Field.Line);
        return new(
            whom,
            submission.One<InvitedAs>(Field.Role) ?? InvitedAs.TheyMentorMe,
            submission.One<Pace>(Field.Pace) ?? Pace.SeeAfterTheFirst,
            line,
            FormText.Length(line) > RequestForm.LongestLine ? TurnText.TooLong.With(RequestForm.LongestLine)
            : whom.Wrong is null && whom.People.IsEmpty ? InvitationText.WhomMissing
            : null);
    }

    /// <summary>In an input, from which it is copied with one tap.</summary>
    public static Form Line(string name) => new(InvitationText.LineTitle, Card.Of(
        null,
        [
            Card.Text(InvitationText.LineIntro),
            new AdaptiveTextInput
            {
                Id = Field.Line,
                Label = InvitationText.LineLabel,
                IsMultiline = true,
                Value = InvitationText.LineToForward.With(RequestCards.First(name)),
            },
        ],
        Card.Submit(TurnText.Close, ActionIds.CloseForm)));

    private static class Field
    {
        public const string Whom = "whom";
        public const string Role = "role";
        public const string Pace = "pace";
        public const string Line = "line";
    }
}
