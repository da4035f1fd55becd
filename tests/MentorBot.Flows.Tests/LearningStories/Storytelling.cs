using System.Globalization;
using MentorBot.Domain;
using MentorBot.Domain.LearningStories;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Flows.LearningStories;
using MentorBot.Flows.Tests.Matching;
using MentorBot.Flows.Tests.Relationships;
using MentorBot.Flows.Turns;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.LearningStories;

/// <summary>Ana and Chidi finished; they may write their story.</summary>
internal static class Storytelling
{
    public const string OfAna = "You asked what I was *afraid* of!\n\nI had no answer for a week.";
    public const string OfChidi = "I came for advice.\n\nI left with a question.\n\nشكرا 🙂";

    public static readonly PersonId Chidi = Asked.Chidi;

    public static FlowRoom Room() => Between.Room(Between.Ended(Chidi, Ending.Finished));

    public static LearningStory Story(this FlowRoom room) => room.Stories[Between.Id];

    public static Task<Answer> Writes(this FlowRoom room, PersonId who, string action, string? words, int? seen = null) => room.Submit(
        who,
        action,
        [.. Between.Ids, (StoryActions.Text, Text(seen ?? room.Story().Of(who).Text)), .. words is null ? Array.Empty<(string, string)>() : [(StoryActions.Words, words)]]);

    public static Task<Answer> Offers(this FlowRoom room, PersonId who, string passages, int? seen = null) =>
        room.Submit(who, StoryActions.Offer, [.. room.Seen(seen), (StoryActions.Passages, passages)]);

    public static Task<Answer> Says(this FlowRoom room, PersonId who, string action, int? seen = null) => room.Submit(who, action, room.Seen(seen));

    public static async Task AreReady(this FlowRoom room)
    {
        await room.Writes(Chidi, StoryActions.Ready, OfChidi);
        await room.Writes(Ana, StoryActions.Ready, OfAna);
    }

    public static async Task Join(this FlowRoom room)
    {
        await room.AreReady();
        await room.Offers(Chidi, "0,2");
        await room.Offers(Ana, "1");
    }

    public static void DatePasses(this FlowRoom room) =>
        Assert.IsType<StoryOutcome.Done>(room.Stories.Decide(Between.Id, (pair, story) => Joining.Tick(pair, story, story!.NextDue!.Value), default).Result);

    public static (string, string)[] Seen(this FlowRoom room, int? joint = null) => [.. Between.Ids, (StoryActions.Joint, Text(joint ?? room.Story().Joint))];

    public static async Task<NoticeCard?> Told(this FlowRoom room, PersonId whom, int? card = null, string? shown = "1")
    {
        var notice = new Notice(StoryNotices.Card, Between.Id.Value, StoryNotices.OfCard(Between.Id, card ?? room.Story().Of(whom).Card), "1", whom, shown);
        Reader.Speak(ReaderOf(whom).Culture);
        return await room.Routes.Notices[notice.Kind](notice, ReaderOf(whom), CancellationToken.None);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
