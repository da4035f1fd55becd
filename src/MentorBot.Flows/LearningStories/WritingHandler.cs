using MentorBot.Domain;
using MentorBot.Domain.LearningStories;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.LearningStories;

/// <summary>Each writes their side for themselves, and says when they are ready to exchange. Whatever was typed is kept or comes back in the form.</summary>
public sealed class WritingHandler(ILearningStories stories, IOpenings openings, StoryFinder finder) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Form(StoryActions.Write, Write);
        routes.Submit(StoryActions.Keep, (turn, submission, token) => Take(turn, submission, Keep, token));
        routes.Submit(StoryActions.Ready, (turn, submission, token) => Take(turn, submission, Ready, token));
        routes.Press(StoryActions.TakeBack, (turn, submission, token) => Press(turn, submission, Writing.TakeBack, token));
        routes.Press(StoryActions.RatherNot, (turn, submission, token) => Press(turn, submission, Writing.RatherNot, token));
        routes.Notice(StoryNotices.Card, Told);
    }

    /// <summary>After the exchange it is read, and not written any more.</summary>
    private Task<Answer> Write(Turn turn, Submission submission, CancellationToken cancellationToken) => finder.With(
        turn,
        submission,
        async found =>
        {
            if (found.Story.IsExchanged || found.Mine.Words is not null)
                await openings.Note(found.Me, Opened.Story, turn.Today, cancellationToken);
            return new Answer.Opens(found.Story.IsExchanged ? ReadingHandler.Shown(found) : StoryForms.Write(found, found.Mine.Words));
        },
        cancellationToken);

    private Task<Answer> Take(
        Turn turn, Submission submission, Func<Turn, FoundStory, int, Confidential?, CancellationToken, Task<Answer>> then, CancellationToken cancellationToken) => finder.With(
        turn,
        submission,
        async found =>
        {
            if (submission.Number(StoryActions.Text) is not { } seen)
                return new Answer.Says(TurnText.OldCard);
            var words = submission.Words(StoryActions.Words);
            return WritingForm.WrongWith(words, LearningStory.Longest) is { } tooLong
                ? new Answer.Opens(StoryForms.Write(found, words, tooLong))
                : await then(turn, found, seen, words, cancellationToken);
        },
        cancellationToken);

    private async Task<Answer> Keep(Turn turn, FoundStory found, int seen, Confidential? words, CancellationToken cancellationToken) =>
        await stories.Decide(found.Pair.Id, (pair, story) => Writing.Keep(pair, story, found.Me, seen, words), cancellationToken) switch
        {
            StoryOutcome.Done or StoryOutcome.AsItIs { Now: not null } => new Answer.Says(words is null ? StoryText.NothingWritten : StoryText.KeptForYouAlone),
            var outcome => ComesBack(outcome, found, words),
        };

    private async Task<Answer> Ready(Turn turn, FoundStory found, int seen, Confidential? words, CancellationToken cancellationToken)
    {
        if (words is null)
            return await Keep(turn, found, seen, null, cancellationToken);
        var outcome = await stories.Decide(found.Pair.Id, (pair, story) => Writing.Ready(pair, story, found.Me, seen, words, turn.Now), cancellationToken);
        return outcome switch
        {
            StoryOutcome.Done { Now.Stage: StoryStage.NoExchange } or StoryOutcome.AsItIs { Now.Stage: StoryStage.NoExchange } => new Answer.Says(StoryText.NoExchange),
            StoryOutcome.Done or StoryOutcome.AsItIs { Now: not null } => new Answer.Closes(),
            _ => ComesBack(outcome, found, words),
        };
    }

    /// <summary>With what they typed, and why.</summary>
    private static Answer ComesBack(StoryOutcome outcome, FoundStory found, Confidential? words) => (outcome, words) switch
    {
        (StoryOutcome.NotYours, _) => new Answer.Says(TurnText.NotYours),
        (StoryOutcome.ChangedMeanwhile { Now: var now }, _) => new Answer.Opens(StoryForms.Write(found with { Story = now }, words, StoryText.ChangedInOtherWindow)),
        (_, { } typed) => new Answer.Opens(StoryForms.TooLate(typed)),
        _ => new Answer.Says(TurnText.OldCard),
    };

    private Task<Answer> Press(
        Turn turn, Submission submission, Func<Relationship?, LearningStory?, PersonId, Decision<LearningStory, StoryOutcome>> decide, CancellationToken cancellationToken) => finder.With(
        turn,
        submission,
        async found => await stories.Decide(found.Pair.Id, (pair, story) => decide(pair, story, found.Me), cancellationToken) switch
        {
            StoryOutcome.Done { Now: var now } => new Answer.Becomes(StoryCards.Of(found with { Story = now }, turn.Reader).Card),
            StoryOutcome.AsItIs { Now: { } now } => new Answer.Becomes(StoryCards.Of(found with { Story = now }, turn.Reader).Card),
            _ => new Answer.Says(TurnText.OldCard),
        },
        cancellationToken);

    /// <summary>Who was told that the other has written is told so once, however often that is taken back and said again: their card goes on following.</summary>
    private async Task<NoticeCard?> Told(Notice notice, Reader reader, CancellationToken cancellationToken)
    {
        if (await finder.Of(notice, cancellationToken) is not { } found)
            return new(Card.Settled(), CardLife.Over);
        if (StoryNotices.In(notice.Subject).Card < found.Mine.Card)
            return new(Card.Newer(), CardLife.Over);
        var card = StoryCards.Of(found, reader);
        return notice.Card is not null && found.Story.Stage == StoryStage.Writing ? card with { Life = CardLife.Follows } : card;
    }
}
