using AdaptiveCards;
using MentorBot.Domain.LearningStories;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.Cards;
using MentorBot.Flows.MyData;
using MentorBot.Flows.Turns;

namespace MentorBot.Flows.LearningStories;

/// <summary>The card about the story, for each of the two. Never a word that anybody wrote.</summary>
public static class StoryCards
{
    public static NoticeCard Of(FoundStory found, Reader reader) => found.Story.Stage switch
    {
        StoryStage.Writing => Writing(found, reader),
        StoryStage.NoExchange when found.Mine.IsReady => Follows(Card.Line(StoryText.NoExchange, Opens(StoryText.OpenIt, StoryActions.Write, found))),
        StoryStage.NoExchange => new(Alone(found), CardLife.Over),
        StoryStage.Kept => Follows(Kept(found, reader)),
        StoryStage.Separate => Follows(BothStay(found)),
        _ when found.Mine.HasLeft => Follows(BothStay(found)),
        StoryStage.Exchanged => Follows(Exchanged(found, reader)),
        _ => Follows(Joint(found, reader)),
    };

    private static NoticeCard Writing(FoundStory found, Reader reader) => found switch
    {
        { Mine.IsReady: true } => Follows(Card.Line(StoryText.Ready.With(found.Name, Until(found, reader)), Card.Press(StoryText.TakeBack, StoryActions.TakeBack, found.Ids))),
        { Other.IsReady: true, Mine.HasLeft: false } => Follows(Card.Line(
            StoryText.Asked.With(found.Name, Until(found, reader)),
            Opens(StoryText.WriteMine, StoryActions.Write, found),
            Card.Press(StoryText.RatherNot, StoryActions.RatherNot, found.Ids))),
        _ => new(Alone(found), CardLife.Over),
    };

    /// <summary>Nobody waits for them.</summary>
    private static AdaptiveCard Alone(FoundStory found) => found.Mine switch
    {
        { HasLeft: true } => Card.Line(StoryText.AllRight),
        { Words: not null } => Card.Line(StoryText.KeptForYouAlone, Opens(StoryText.OpenIt, StoryActions.Write, found)),
        _ => Card.Settled(),
    };

    private static AdaptiveCard Exchanged(FoundStory found, Reader reader) => found.Mine.Chosen.IsEmpty
        ? Card.Of(
            StoryText.ExchangedTitle,
            [
                Card.Text(StoryText.Exchanged.With(found.Name)),
                found.Other.Chosen.IsEmpty ? null : Card.Text(StoryText.TheyChose.With(found.Name, Until(found, reader))),
            ],
            Opens(StoryText.ReadIt, StoryActions.Read, found),
            Opens(StoryText.ChoosePassages, StoryActions.Choose, found),
            Card.Press(StoryText.LeaveItSo, StoryActions.LeaveItSo, found.IdsWithJoint))
        : Card.Line(
            StoryText.TheyChooseToo.With(found.Name, Until(found, reader)),
            Opens(StoryText.ReadIt, StoryActions.Read, found),
            Opens(StoryText.ChangeMyPart, StoryActions.Choose, found));

    private static AdaptiveCard Joint(FoundStory found, Reader reader) => found.Mine.FineWith == found.Story.Joint
        ? Card.Line(StoryText.FineSoFar.With(found.Name, Until(found, reader)), Opens(StoryText.ReadIt, StoryActions.Read, found))
        : Card.Of(StoryText.JointTitle, [Card.Text(StoryText.Joint.With(Until(found, reader)))], Opens(StoryText.ReadIt, StoryActions.Read, found));

    private static AdaptiveCard Kept(FoundStory found, Reader reader) => Card.Of(
        StoryText.JointTitle,
        [Card.Text(found.Pair.State is RelationshipState.Ended ended ? StoryText.Kept.With(reader.Day(ended.EraseAt)) : StoryText.KeptAsPeers)],
        Opens(StoryText.OpenIt, StoryActions.Read, found),
        MyDataCards.ToTake());

    private static AdaptiveCard BothStay(FoundStory found) => Card.Line(StoryText.BothStay, Opens(StoryText.ReadIt, StoryActions.Read, found));

    private static NoticeCard Follows(AdaptiveCard card) => new(card, CardLife.Follows);

    private static string Until(FoundStory found, Reader reader) => found.Story.Until is { } until ? reader.Day(until) : "";

    private static AdaptiveAction Opens(string title, string id, FoundStory found) => Card.Open(title, id, found.Ids);
}
