using MentorBot.Domain;
using MentorBot.Domain.LearningStories;
using MentorBot.Flows.LearningStories;
using MentorBot.Flows.Tests.LearningStories;
using MentorBot.Flows.Tests.Relationships;
using static MentorBot.Flows.Tests.FlowRoom;
using static MentorBot.Flows.Tests.LearningStories.Storytelling;

namespace MentorBot.Flows.Tests.Cards;

/// <summary>The story of two people: writing it, exchanging, joining, and what came of it.</summary>
internal static class EveryStoryCard
{
    private static readonly string[] Written = [OfAna, OfChidi, "Typed elsewhere", .. OfAna.Split("\n\n"), .. OfChidi.Split("\n\n")];

    public static async Task Add(SortedDictionary<string, ShownCard> cards)
    {
        await AddWriting(cards);
        await AddJoining(cards);
    }

    private static async Task AddWriting(SortedDictionary<string, ShownCard> cards)
    {
        using var room = Room();
        cards["form-story-write"] = await Opened(room, Ana, StoryActions.Write);
        var tooLong = new string('x', LearningStory.Longest + 1);
        cards["form-story-write-too-long"] = EveryCard.Only(await room.Writes(Ana, StoryActions.Keep, tooLong), tooLong);
        await room.Writes(Ana, StoryActions.Keep, OfAna);
        cards["form-story-write-other-window"] = EveryCard.Only(await room.Writes(Ana, StoryActions.Keep, "Typed elsewhere", seen: 0), Written);

        await room.Writes(Chidi, StoryActions.Ready, OfChidi);
        cards["story-ready"] = await Card(room, Chidi);
        cards["story-asked"] = await Card(room, Ana);
        cards["form-story-write-ready"] = await Opened(room, Chidi, StoryActions.Write);
        cards["story-rather-not"] = EveryCard.Only(await room.Press(Ana, StoryActions.RatherNot, Between.Ids));
        room.DatePasses();
        cards["story-no-exchange"] = await Card(room, Chidi);
        cards["form-story-write-alone"] = await Opened(room, Chidi, StoryActions.Write);

        using var back = Room();
        await back.Writes(Chidi, StoryActions.Ready, OfChidi);
        cards["story-taken-back"] = EveryCard.Only(await back.Press(Chidi, StoryActions.TakeBack, Between.Ids));
    }

    private static async Task AddJoining(SortedDictionary<string, ShownCard> cards)
    {
        using var room = Room();
        await room.AreReady();
        cards["form-story-too-late"] = EveryCard.Only(await room.Writes(Ana, StoryActions.Keep, "Typed elsewhere"), Written);
        cards["story-exchanged"] = await Card(room, Ana);
        cards["form-story-each"] = await Opened(room, Ana, StoryActions.Read);
        cards["form-story-choose"] = await Opened(room, Chidi, StoryActions.Choose);
        cards["form-story-choose-none"] = EveryCard.Only(await room.Offers(Chidi, ""), Written);
        await room.Offers(Chidi, "0,2");
        cards["story-offered"] = await Card(room, Chidi);
        cards["story-they-chose"] = await Card(room, Ana);
        await room.Offers(Ana, "1");
        cards["story-joined"] = await Card(room, Ana);
        cards["form-story-joint"] = await Opened(room, Ana, StoryActions.Read);
        await room.Offers(Chidi, "1");
        cards["form-story-joint-changed"] = EveryCard.Only(await room.Says(Ana, StoryActions.Fine, seen: 1), Written);
        await room.Says(Ana, StoryActions.Fine);
        cards["story-fine-so-far"] = await Card(room, Ana);
        await room.Says(Chidi, StoryActions.Fine);
        cards["story-kept"] = await Card(room, Ana);
        cards["form-story-kept"] = await Opened(room, Ana, StoryActions.Read);

        using var left = Room();
        await left.Join();
        await left.Says(Ana, StoryActions.Leave);
        cards["story-left"] = await Card(left, Ana);
        left.DatePasses();
        cards["story-separate"] = await Card(left, Chidi);
    }

    private static async Task<ShownCard> Card(FlowRoom room, PersonId who) => ShownCard.Of((await room.Told(who))!.Card);

    private static async Task<ShownCard> Opened(FlowRoom room, PersonId who, string action) => ShownCard.Of(await room.Open(who, action, Between.Ids), Written);
}
