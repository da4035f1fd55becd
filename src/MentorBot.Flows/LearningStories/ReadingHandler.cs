using System.Collections.Immutable;
using System.Globalization;
using MentorBot.Domain;
using MentorBot.Domain.LearningStories;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.LearningStories;

/// <summary>
/// After the exchange: reading each other's, choosing passages of one's own, and saying that what both chose is fine. Each opening is
/// noted before the words are shown.
/// </summary>
public sealed class ReadingHandler(ILearningStories stories, IOpenings openings, StoryFinder finder) : IFlow
{
    public void Map(Routes routes)
    {
        routes.Form(StoryActions.Read, (turn, submission, token) => Opens(turn, submission, found => found.Story.IsExchanged, Shown, token));
        routes.Submit(StoryActions.EachNext, (turn, submission, token) => Opens(turn, submission, found => found.Story.IsExchanged, StoryForms.Each, token));
        routes.Form(StoryActions.Choose, (turn, submission, token) => Opens(turn, submission, found => found.MayJoin, Choosing, token));
        routes.Submit(StoryActions.ChangeNext, (turn, submission, token) => Opens(turn, submission, found => found.MayJoin, Choosing, token));
        routes.Submit(StoryActions.Offer, Offer);
        routes.Submit(StoryActions.Fine, (turn, submission, token) => Say(turn, submission, Joining.Fine, token));
        routes.Submit(StoryActions.Leave, (turn, submission, token) => Say(turn, submission, Joining.LeaveItSo, token));
        routes.Press(StoryActions.LeaveItSo, LeaveItSo);
    }

    /// <summary>What there is to read: what both chose, or each other's.</summary>
    internal static Form Shown(FoundStory found) =>
        found.Story.Stage == StoryStage.Kept || (found.Story.Stage == StoryStage.Joined && found.MayJoin) ? StoryForms.Joint(found) : StoryForms.Each(found);

    private static Form Choosing(FoundStory found) => StoryForms.Choose(found, found.Mine.Chosen);

    private Task<Answer> Opens(Turn turn, Submission submission, Func<FoundStory, bool> may, Func<FoundStory, Form> form, CancellationToken cancellationToken) => finder.With(
        turn, submission, async found => may(found) ? await Shows(turn, form(found), cancellationToken) : new Answer.Says(TurnText.OldCard), cancellationToken);

    private async Task<Answer> Shows(Turn turn, Form form, CancellationToken cancellationToken)
    {
        await openings.Note(turn.Actor.Person, Opened.Story, turn.Today, cancellationToken);
        return new Answer.Opens(form);
    }

    private Task<Answer> Offer(Turn turn, Submission submission, CancellationToken cancellationToken) => finder.With(
        turn,
        submission,
        async found =>
        {
            if (!found.MayJoin || submission.Number(StoryActions.Joint) is not { } seen)
                return new Answer.Says(TurnText.OldCard);
            ImmutableArray<int> chosen =
            [
                .. submission.Several(StoryActions.Passages, Enumerable.Range(0, found.Mine.Passages.Length).Select(FoundStory.NumberText))
                    .Select(at => int.Parse(at, CultureInfo.InvariantCulture)),
            ];
            if (chosen.IsEmpty)
                return await Shows(turn, StoryForms.Choose(found, found.Mine.Chosen, StoryText.ChooseOne), cancellationToken);
            return await stories.Decide(found.Pair.Id, (pair, story) => Joining.Offer(pair, story, found.Me, seen, chosen, turn.Now), cancellationToken) switch
            {
                StoryOutcome.ChangedMeanwhile { Now: var now } => await Shows(turn, ChangedChoice(found with { Story = now }, chosen), cancellationToken),
                StoryOutcome.Done or StoryOutcome.AsItIs { Now: not null } => new Answer.Closes(),
                _ => new Answer.Says(TurnText.OldCard),
            };
        },
        cancellationToken);

    /// <summary>What they ticked is still ticked.</summary>
    private static Form ChangedChoice(FoundStory found, ImmutableArray<int> chosen) => StoryForms.Choose(found, chosen, StoryText.JointChanged.With(found.Name));

    private Task<Answer> Say(
        Turn turn, Submission submission, Func<Relationship?, LearningStory?, PersonId, int, Decision<LearningStory, StoryOutcome>> decide, CancellationToken cancellationToken) => finder.With(
        turn,
        submission,
        async found =>
        {
            if (submission.Number(StoryActions.Joint) is not { } seen)
                return new Answer.Says(TurnText.OldCard);
            return await stories.Decide(found.Pair.Id, (pair, story) => decide(pair, story, found.Me, seen), cancellationToken) switch
            {
                StoryOutcome.ChangedMeanwhile { Now: var now } => await Shows(turn, AsItIsNow(found with { Story = now }), cancellationToken),
                StoryOutcome.Done => new Answer.Closes(),
                _ => new Answer.Says(TurnText.OldCard),
            };
        },
        cancellationToken);

    private static Form AsItIsNow(FoundStory found) =>
        found.Story.Stage == StoryStage.Joined ? StoryForms.Joint(found, StoryText.JointChanged.With(found.Name)) : StoryForms.Each(found);

    private Task<Answer> LeaveItSo(Turn turn, Submission submission, CancellationToken cancellationToken) => finder.With(
        turn,
        submission,
        async found =>
        {
            if (submission.Number(StoryActions.Joint) is not { } seen)
                return new Answer.Says(TurnText.OldCard);
            var outcome = await stories.Decide(found.Pair.Id, (pair, story) => Joining.LeaveItSo(pair, story, found.Me, seen), cancellationToken);
            var now = outcome switch
            {
                StoryOutcome.Done done => done.Now,
                StoryOutcome.AsItIs asItIs => asItIs.Now,
                StoryOutcome.ChangedMeanwhile changed => changed.Now,
                _ => null,
            };
            return now is null ? new Answer.Says(TurnText.OldCard) : new Answer.Becomes(StoryCards.Of(found with { Story = now }, turn.Reader).Card);
        },
        cancellationToken);
}
