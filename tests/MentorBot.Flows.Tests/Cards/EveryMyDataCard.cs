using MentorBot.Domain;
using MentorBot.Domain.MyData;
using MentorBot.Flows.MyData;
using MentorBot.Flows.Tests.Relationships;
using MentorBot.Flows.Turns;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Cards;

/// <summary>What is kept of somebody, taking it along, and being forgotten, by name.</summary>
internal static class EveryMyDataCard
{
    public static async Task Add(SortedDictionary<string, ShownCard> cards)
    {
        using var room = new FlowRoom();
        Reader.Speak(ReaderOf(Ana).Culture);
        room.Own.Add(OwnSection.Of(OwnKind.Form, at: Start).Says("words", Confidential.From("Where to go from here.")).Has("state", "kept"));
        for (var number = 0; number < 5; number++)
            room.Own.Add(OwnSection.Of(OwnKind.Moment, at: Start).Says("words", Confidential.From("A moment.")));
        room.Own.Add(OwnSection.Of(OwnKind.CheckIn, Between.Id, at: Start).Has("form", "A"));
        cards["my-data"] = EveryCard.Only(await room.Type(Ana, "my data"));
        cards["form-my-data"] = ShownCard.Of(await room.Open(Ana, MyDataActions.Read));
        cards["form-my-data-who-opened"] = ShownCard.Of(await room.Open(Ana, MyDataActions.WhoOpened));
        cards["my-data-making"] = EveryCard.Only(await room.Press(Ana, MyDataActions.Take, (MyDataActions.Number, "0")));
        var ready = new Download(Ana, 1, DownloadStage.Ready, Start + Downloading.Lifetime, null, 1);
        cards["my-data-ready"] = ShownCard.Of(MyDataCards.Ready(ready, room.Downloads.Of("secret"), ReaderOf(Ana)));
        foreach (var stage in new[] { DownloadStage.Taken, DownloadStage.ThrownAway, DownloadStage.RunOut, DownloadStage.Failed })
            cards[$"my-data-{stage}"] = ShownCard.Of(MyDataCards.Over(stage, ready, Programme.Contact));
        cards["my-data-expires"] = ShownCard.Of(MyDataCards.Expires(Between.In(Between.Ended(Ana)), "Chidi Obi", "Friday 3 April"));
        cards["forget-me"] = EveryCard.Only(await room.Type(Ana, "forget me"));
        cards["form-forget-me"] = ShownCard.Of(await room.Open(Ana, MyDataActions.Forget));
        cards["form-forget-me-sure"] = ShownCard.Of(((Answer.Opens)await room.Submit(Ana, MyDataActions.ForgetNext)).Form);
    }
}
