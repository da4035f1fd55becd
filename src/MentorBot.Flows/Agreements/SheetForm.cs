using AdaptiveCards;
using MentorBot.Domain.Agreements;
using MentorBot.Domain.Wishes;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.Agreements;

/// <summary>The nine questions, for oneself: what is written and ticked, and what of it the other sees.</summary>
internal static class SheetForm
{
    /// <param name="sheet">What the fields hold.</param>
    /// <param name="kept">What is kept already: its revision goes with the form.</param>
    /// <param name="showsKept">Whether what is kept stands below each field, where the two differ.</param>
    public static Form Write(Sheet sheet, Sheet kept, string name, string? wrong = null, bool showsKept = false)
    {
        var body = new List<AdaptiveElement?> { wrong is null ? null : Card.Wrong(wrong), Card.Text(AgreementText.Intro.With(name)) };
        for (var question = 0; question < Sheet.Questions; question++)
        {
            var (number, answer, before) = (AgreementWords.Text(question + 1), sheet.Answers[question], kept.Answers[question]);
            body.Add(WritingForm.Field(AgreementActions.Words + number, AgreementWords.Questions[question], answer.Words, Agreeing.Longest));
            if (showsKept && before.Words is not null && !before.Words.Equals(answer.Words))
                body.AddRange(WritingForm.Read(AgreementText.KeptSoFar, before.Words, AgreementText.NotWritten));
            if (question == Sheet.OnMeeting)
                body.AddRange(AgreementWords.Ticks.Select(tick => Card.Choices(tick.Id, tick.Label, tick.Choices, [AgreementWords.ValueOf(sheet.Rhythm, tick.Tick)])));
            body.Add(new AdaptiveToggleInput
            {
                Id = AgreementActions.Show + number,
                Label = AgreementText.WhoSees.With(number),
                Title = AgreementText.ShowTo.With(name),
                ValueOn = "true",
                ValueOff = "false",
                Value = answer.IsShown ? "true" : "false",
                Wrap = true,
            });
        }

        return new(AgreementText.Title, Card.Of(
            null,
            body,
            Card.Submit(AgreementText.Save, AgreementActions.Save, (RelationshipActions.Relationship, kept.In.Value), (AgreementActions.Seen, AgreementWords.Text(kept.Revision))),
            Card.Submit(TurnText.Close, ActionIds.CloseForm)));
    }

    /// <summary>What the form brought. What is no choice is left open.</summary>
    public static Sheet Read(Submission submission, Sheet kept) => kept with
    {
        Answers =
        [
            .. Enumerable.Range(1, Sheet.Questions).Select(AgreementWords.Text).Select(number =>
                new SheetAnswer(submission.Words(AgreementActions.Words + number), submission.IsTicked(AgreementActions.Show + number))),
        ],
        Rhythm = new(
            submission.One<HowOften>(AgreementActions.HowOften),
            submission.Number(AgreementActions.HowLong) is { } minutes && Rhythm.Lengths.Contains(minutes) ? minutes : null,
            submission.One<WayOfMeeting>(AgreementActions.Where) is { } where and not WayOfMeeting.Any ? where : null,
            submission.Number(AgreementActions.LookAgain) is { } number && Rhythm.LooksAgain.Contains(number) ? number : null),
    };

    public static string? WrongWith(Sheet sheet) => sheet.Answers.Select(answer => WritingForm.WrongWith(answer.Words, Agreeing.Longest)).FirstOrDefault(wrong => wrong is not null);

    /// <summary>Words that can be kept nowhere any more, so that their author has them.</summary>
    public static Form GivenBack(Sheet sheet) => new(AgreementText.Title, Card.Of(
        null,
        [
            Card.Wrong(AgreementText.Over),
            .. sheet.Answers.SelectMany((answer, question) =>
                answer.Words is null ? [] : WritingForm.Read(AgreementWords.Questions[question], answer.Words, AgreementText.NotWritten)),
        ],
        Card.Submit(TurnText.Close, ActionIds.CloseForm)));
}
