using MentorBot.Flows.Bundles;
using MentorBot.Flows.Turns;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Cards;

/// <summary>What is mentioned in no hurry, and how somebody says how much they would like to hear, by name.</summary>
internal static class EveryBundleCard
{
    public static async Task Add(SortedDictionary<string, ShownCard> cards)
    {
        using var room = new FlowRoom();
        cards["quiet"] = EveryCard.Only(await room.Type(Ana, "quiet"));
        cards["quiet-snooze"] = EveryCard.Only(await room.Type(Ana, "snooze"));
        cards["quiet-stop"] = EveryCard.Only(await room.Type(Ana, "stop"));
        cards["form-quiet"] = ShownCard.Of(await room.Open(Ana, BundleActions.Quiet));
        Reader.Speak(ReaderOf(Ana).Culture);
    }
}
