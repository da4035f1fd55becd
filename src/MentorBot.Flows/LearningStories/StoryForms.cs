using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.LearningStories;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.LearningStories;

/// <summary>Writing one's own side, reading each other's, choosing passages, and reading what both chose.</summary>
internal static class StoryForms
{
    /// <param name="words">What the field holds.</param>
    /// <param name="wrong">What has to be put right, or what happened meanwhile.</param>
    public static Form Write(FoundStory found, Confidential? words, string? wrong = null)
    {
        (string, string)[] ids = [.. found.Ids, (StoryActions.Text, FoundStory.NumberText(found.Mine.Text))];
        var kept = wrong is not null && found.Mine.Words is { } other && !other.Equals(words) ? other : null;
        return new(StoryText.WriteTitle, Card.Of(
            null,
            [
                wrong is null ? null : Card.Wrong(wrong),
                wrong is null ? Card.Text(Intro(found)) : null,
                .. kept is null ? [] : WritingForm.Read(StoryText.KeptSoFar, kept, ""),
                WritingForm.Field(StoryActions.Words, StoryText.Yours, words, LearningStory.Longest),
            ],
            Card.Submit(StoryText.Keep, StoryActions.Keep, ids),
            found.Story.Stage == StoryStage.Writing ? Card.Submit(StoryText.ReadyToExchange, StoryActions.Ready, ids) : null,
            Card.Submit(StoryText.LeaveIt, ActionIds.CloseForm)));
    }

    /// <summary>What can be kept nowhere any more comes back to its author.</summary>
    public static Form TooLate(Confidential words) => WritingForm.GivenBack(StoryText.WriteTitle, StoryText.TooLate, StoryText.NotKept, words);

    /// <summary>Each other's, whole.</summary>
    public static Form Each(FoundStory found) => new(StoryText.ExchangedTitle, Card.Of(
        null,
        [.. WritingForm.Read(StoryText.You, found.Mine.Words, ""), .. WritingForm.Read(found.Name, found.Other.Words, "")],
        Card.Submit(TurnText.Close, ActionIds.CloseForm)));

    /// <summary>What both chose.</summary>
    /// <param name="changed">Where it is another one than they had read: what is to be said about it.</param>
    public static Form Joint(FoundStory found, string? changed = null)
    {
        var isOpen = found.Story.Stage == StoryStage.Joined && found.MayJoin;
        return new(StoryText.JointTitle, Card.Of(
            null,
            [
                changed is null ? null : Card.Wrong(changed),
                Card.Text(StoryText.JointIntro),
                .. found.Story.Together.SelectMany((passage, at) => WritingForm.Read(StoryText.Passage.With(at + 1), passage, "")),
            ],
            isOpen && found.Mine.FineWith != found.Story.Joint ? Card.Submit(StoryText.FineLikeThis, StoryActions.Fine, found.IdsWithJoint) : null,
            isOpen ? Card.Submit(StoryText.ChangeMyPart, StoryActions.ChangeNext, found.Ids) : null,
            isOpen ? Card.Submit(StoryText.LeaveItSo, StoryActions.Leave, found.IdsWithJoint) : null,
            Card.Submit(StoryText.EachOthers, StoryActions.EachNext, found.Ids),
            Card.Submit(TurnText.Close, ActionIds.CloseForm)));
    }

    /// <summary>One's own passages, to tick.</summary>
    /// <param name="chosen">The numbers of those that are ticked, from 0.</param>
    /// <param name="wrong">What has to be put right, or what happened meanwhile.</param>
    public static Form Choose(FoundStory found, ImmutableArray<int> chosen, string? wrong = null)
    {
        var passages = found.Mine.Passages;
        return new(StoryText.ChoosePassages, Card.Of(
            null,
            [
                wrong is null ? null : Card.Wrong(wrong),
                Card.Text(StoryText.ChooseIntro.With(found.Name)),
                .. passages.SelectMany((passage, at) => WritingForm.Read(StoryText.Passage.With(at + 1), passage, "")),
                Card.Choices(
                    StoryActions.Passages,
                    StoryText.WhichOnes,
                    passages.Select((_, at) => (FoundStory.NumberText(at), StoryText.Passage.With(at + 1))),
                    chosen.Select(FoundStory.NumberText),
                    several: true),
            ],
            Card.Submit(StoryText.OfferThese, StoryActions.Offer, found.IdsWithJoint),
            Card.Submit(StoryText.LeaveIt, ActionIds.CloseForm)));
    }

    private static string Intro(FoundStory found) => found switch
    {
        { Story.Stage: StoryStage.NoExchange } => StoryText.WriteOver,
        { Mine.IsReady: true } => StoryText.WriteReady,
        _ => StoryText.WriteIntro.With(found.Name),
    };
}
