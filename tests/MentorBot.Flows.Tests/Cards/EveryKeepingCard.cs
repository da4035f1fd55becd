using MentorBot.Domain;
using MentorBot.Domain.Keeping;
using MentorBot.Flows.Keeping;
using MentorBot.Flows.MyData;
using MentorBot.Flows.Tests.Keeping;
using MentorBot.Flows.Tests.Relationships;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;
using static MentorBot.Flows.Tests.Keeping.AskedToKeep;

namespace MentorBot.Flows.Tests.Cards;

/// <summary>What two keep of a conversation: the morning after, the draft, the answer, and what came of it.</summary>
internal static class EveryKeepingCard
{
    private static readonly string[] Written = [OfAna, OfChidi, Text, "Try it on Friday"];

    public static async Task Add(SortedDictionary<string, ShownCard> cards)
    {
        await AddDrafts(cards);
        await AddShown(cards);
        await AddKept(cards);
        await AddOwn(cards);
    }

    private static async Task AddDrafts(SortedDictionary<string, ShownCard> cards)
    {
        using var room = Room();
        cards["keep-offer"] = await Card(room, Ana);
        cards["form-keep-draft"] = await Opened(room, Ana, KeepingActions.Draft);
        cards["form-keep-draft-too-long"] = EveryCard.Only(await room.Sends(Ana, KeepingActions.Later, new string('x', Keep.Longest + 1)), new string('x', Keep.Longest + 1));
        await room.Sends(Ana, KeepingActions.Later, Text, OfAna);
        cards["keep-draft-waits"] = await Card(room, Ana);
        cards["form-keep-draft-again"] = await Opened(room, Ana, KeepingActions.Draft);
        cards["form-keep-draft-other-window"] = EveryCard.Only(await room.Sends(Ana, KeepingActions.Later, Text, Text, own: 0), Written);
        await room.Sends(Ana, KeepingActions.KeepMine, Text, OfAna);
        cards["keep-mine-alone"] = await Card(room, Ana);
        cards["keep-nothing"] = EveryCard.Only(await room.Press(Chidi, KeepingActions.Nothing, Ids));
        room.Shows(Chidi, OfChidi);
        cards["form-keep-draft-crossed"] = EveryCard.Only(await room.Sends(Ana, KeepingActions.Show, Text, OfAna, seen: 0), Written);

        using var without = Room(hasNotes: false);
        cards["form-keep-draft-without-notes"] = await Opened(without, Ana, KeepingActions.Draft);
    }

    private static async Task AddShown(SortedDictionary<string, ShownCard> cards)
    {
        using var room = Room();
        await room.Sends(Chidi, KeepingActions.Later, OfChidi);
        room.Shows(Ana, Text);
        cards["keep-shown"] = await Card(room, Ana);
        cards["keep-asked"] = await Card(room, Chidi);
        cards["form-keep-read"] = await Opened(room, Chidi, KeepingActions.Read);
        cards["form-keep-read-own"] = await Opened(room, Ana, KeepingActions.Read);
        cards["form-keep-change"] = EveryCard.Only(await room.Says(Chidi, KeepingActions.ChangeNext), Written);
        room.Shows(Ana, OfAna);
        cards["form-keep-read-changed"] = EveryCard.Only(await room.Says(Chidi, KeepingActions.Fine, seen: 2), Written);
        cards["form-keep-change-crossed"] = EveryCard.Only(await room.Says(Chidi, KeepingActions.ShowChange, Text, seen: 2), Written);
    }

    private static async Task AddKept(SortedDictionary<string, ShownCard> cards)
    {
        using var room = Room();
        room.Shows(Ana, Text);
        room.SaysFine(Chidi);
        cards["keep-kept"] = await Card(room, Chidi);
        cards["form-keep-kept"] = await Opened(room, Ana, KeepingActions.Open);
        cards["form-keep-how-locked"] = await Opened(room, Ana, KeepingActions.HowLocked);
        cards["form-who-opened"] = ShownCard.Of(await room.Open(Chidi, MyDataActions.WhoOpened, Between.Ids));
        room.Openings.Add((Chidi, Domain.MyData.Opened.Kept, new(2026, 3, 1)));
        foreach (var what in Enum.GetValues<Domain.MyData.Opened>())
            room.Openings.Add((Chidi, what, new(2026, 3, 2)));
        cards["form-who-opened-days"] = ShownCard.Of(await room.Open(Chidi, MyDataActions.WhoOpened, Between.Ids));
        await room.Sends(Ana, KeepingActions.KeepMine, OfAna, "For *me*");
        cards["form-keep-kept-and-mine"] = await Opened(room, Ana, KeepingActions.Open);
    }

    private static async Task AddOwn(SortedDictionary<string, ShownCard> cards)
    {
        using var room = Room();
        room.Shows(Ana, Text);
        room.SaysRatherNot(Chidi);
        cards["keep-own"] = await Card(room, Chidi);
        cards["form-keep-mine"] = await Opened(room, Ana, KeepingActions.Mine);
        cards["form-keep-once-more"] = await Opened(room, Chidi, KeepingActions.Draft);
        room.Shows(Chidi, OfChidi);
        room.Ends();
        cards["keep-own-for-good"] = await Card(room, Chidi);
        cards["form-keep-too-late"] = EveryCard.Only(await room.Sends(Ana, KeepingActions.Show, OfAna), Written);
        cards["form-keep-change-too-late"] = EveryCard.Only(await room.Says(Ana, KeepingActions.ShowChange, OfChidi), Written);
        cards["form-keep-mine-other-window"] = EveryCard.Only(
            await room.Submit(Ana, KeepingActions.SaveMine, [.. Ids, ("own", "0"), ("line0", OfChidi), ("alone", "Only mine")]), [.. Written, "Only mine"]);
    }

    private static async Task<ShownCard> Card(FlowRoom room, PersonId who) => ShownCard.Of((await room.Told(who))!.Card);

    private static async Task<ShownCard> Opened(FlowRoom room, PersonId who, string action) => ShownCard.Of(await room.Open(who, action, Ids), Written);
}
