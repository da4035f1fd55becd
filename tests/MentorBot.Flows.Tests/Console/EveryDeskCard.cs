using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Wishes;
using MentorBot.Flows.Console;
using MentorBot.Flows.Requests;
using MentorBot.Flows.Tests.Cards;
using MentorBot.Flows.Turns;
using NodaTime;
using static MentorBot.Flows.Tests.Cards.EveryCard;
using static MentorBot.Flows.Tests.Console.DeskScene;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Console;

/// <summary>Every card and form of the desk about people who wait.</summary>
internal static class EveryDeskCard
{
    /// <summary>All the reasons there are, three a person.</summary>
    private static readonly ImmutableArray<Proposal> Found =
    [
        Proposed(Eva, new(ReasonKind.Theme, 100, "craft"), new(ReasonKind.Theme, 100, "leading"), new(ReasonKind.Help, 100, "Advice"), new(ReasonKind.DifferentWork, 80), new(ReasonKind.HasTime, 20)),
        Proposed(Chidi, new(ReasonKind.WishedFor, 210), new(ReasonKind.SharedHours, 10, "1"), new(ReasonKind.Language, 25, "pt-BR")),
        Proposed(Kim, new(ReasonKind.ShortNotice, 50), new(ReasonKind.Meeting, 30, "WalkOrPhone"), new(ReasonKind.HasTime, 20)),
    ];

    public static async Task Add(SortedDictionary<string, ShownCard> cards)
    {
        using var scene = new DeskScene();
        await AddWaiting(cards, scene);
        await AddForms(cards, scene);
        await AddEveryone(cards, scene);
    }

    private static async Task AddWaiting(SortedDictionary<string, ShownCard> cards, DeskScene scene)
    {
        var room = scene.Room;
        scene.Mentors(Eva, Places.Two, Jun);
        scene.Mentors(Chidi);
        scene.Looks(Ana, 9);
        cards["waiting-nobody-found"] = await Press(Noor, ConsoleActions.Person);
        scene.Waits(Ana, 9, Wish with { CoordinatorMayRead = true, Themes = [] }, Found);
        cards["waiting"] = await Press(Noor, ConsoleActions.Person);
        cards["waiting-shared"] = await Press(Sam, ConsoleActions.Person);
        cards["waiting-talk"] = await Press(Noor, ConsoleActions.Talk);
        cards["waiting-three"] = await Press(Noor, ConsoleActions.Three);
        scene.Waits(Ana, 9, null, Proposed(Chidi), Proposed(Jun, new(ReasonKind.LooksToo, 50), new(ReasonKind.SimilarWork, 80)));
        cards["waiting-two"] = await Press(Noor, ConsoleActions.Three);
        scene.Waits(Ana, 9, null, Proposed(Eva, new(ReasonKind.Theme, 100, "craft"), new(ReasonKind.Help, 40), new(ReasonKind.SharedHours, 60, "7")));
        scene.Change(Ana, request => request with { State = (RequestState.Proposed)request.State with { Held = true }, NotAgain = [Kim] });
        cards["waiting-held"] = await Press(Noor, ConsoleActions.Person);
        cards["waiting-held-talk"] = await Press(Noor, ConsoleActions.Talk);
        cards["waiting-one"] = await Press(Noor, ConsoleActions.Three);
        cards["desk-one-waits"] = Only(await room.Type(Noor, "desk"));
        scene.Looks(Tomas, 2);
        scene.Change(Tomas, request => request with { NotAgain = [Kim] });
        scene.Waits(Aisha, 4, Wish with { CoordinatorMayRead = true });
        cards["desk-several-wait"] = Only(await room.Type(Noor, "desk"));
        cards["waiting-in-line"] = Only(await room.Press(Noor, ConsoleActions.Person, DeskScene.Card(Aisha)));
        scene.Put(Tomas, new RequestState.Choosing([Proposed(Eva)], OutAt, null));
        cards["waiting-sent"] = Only(await room.Press(Noor, ConsoleActions.Person, DeskScene.Card(Tomas)));
        scene.Looks(Tomas, 2);
        scene.Change(Tomas, request => request with { WordBy = OutAt });
        cards["waiting-word"] = ShownCard.Of((await room.Routes.Notices[RequestNotices.Word](
            new Notice(RequestNotices.Word, "tenant", RequestNotices.Address(Tomas, IdOf(Tomas)), "1", Noor, null), ReaderOf(Noor), default))!.Card);

        async Task<ShownCard> Press(PersonId who, string action) => Only(await room.Press(who, action, DeskScene.Card(Ana)));
    }

    private static async Task AddForms(SortedDictionary<string, ShownCard> cards, DeskScene scene)
    {
        var room = scene.Room;
        scene.Waits(Ana, 9, Wish with { CoordinatorMayRead = true }, Found);
        cards["form-waiting-words"] = ShownCard.Of(await room.Open(Noor, ConsoleActions.ReadForm, DeskScene.Card(Ana)), Words);
        cards["form-waiting-swap"] = ShownCard.Of(await room.Open(Noor, ConsoleActions.SuggestForm, DeskScene.Card(Ana)));
        scene.Looks(Ana, 9, Wish with { CoordinatorMayRead = true, Words = null });
        cards["form-waiting-nothing-written"] = ShownCard.Of(await room.Open(Noor, ConsoleActions.ReadForm, DeskScene.Card(Ana)));
        cards["form-waiting-suggest"] = ShownCard.Of(await room.Open(Noor, ConsoleActions.SuggestForm, DeskScene.Card(Ana)));
        cards["form-waiting-suggest-nobody"] = Only(await room.Submit(Noor, ConsoleActions.Suggest, DeskScene.Card(Ana)));
        cards["form-waiting-not-available"] = Only(await room.Submit(Noor, ConsoleActions.Suggest, [.. DeskScene.Card(Ana), ("whom", Jun.Value)]));
    }

    private static async Task AddEveryone(SortedDictionary<string, ShownCard> cards, DeskScene scene)
    {
        var room = scene.Room;
        room.Requests.Clear();
        room.Mentors.Clear();
        scene.Mentors(Eva, Places.Two);
        scene.Mentors(Kim, Places.One);
        Request[] all = [scene.Looks(Ana, 9), scene.Looks(Tomas, 4), scene.Looks(new("rohan.kapoor"), 3, Wish with { Languages = ["hi"] }), scene.Looks(new("luis.fernandez"), 2), scene.Looks(new("marek.kowalski"), 1)];
        cards["everyone"] = Only(await room.Press(Noor, ConsoleActions.Everyone));
        var cohort = Domain.Matching.Cohorts.Cohort.Of(
            all, await room.Get<Gatherings>().Of(all.Select(request => request.Person), default), _ => true, FlowRoom.Start);
        var looked = (CohortCards.Looked, cohort.Fingerprint);
        var mark = Domain.Matching.Cohorts.Cohort.MarkOf(IdOf(Ana));
        var without = (CohortCards.Looked, cohort.FingerprintWithout([mark]));
        cards["form-everyone-first"] = ShownCard.Of(await room.Open(Noor, ConsoleActions.LookThrough, looked));
        cards["form-everyone-left-out"] = Only(await room.Submit(Noor, ConsoleActions.Page, without, (CohortCards.LeftOut, mark)));
        cards["form-everyone-last"] = Only(await room.Submit(Noor, ConsoleActions.Page, looked, (CohortCards.PageField, "4")));
        cards["form-everyone-nobody-suits"] = Only(await room.Submit(Noor, ConsoleActions.Page, looked, (CohortCards.PageField, "3")));
        cards["form-everyone-ask"] = ShownCard.Of(await room.Open(Noor, ConsoleActions.SendAllForm, looked));
        cards["form-everyone-ask-left-out"] = Only(await room.Submit(Noor, ConsoleActions.AskAll, without, (CohortCards.LeftOut, mark)));
        cards["form-everyone-afresh"] = Only(await room.Submit(Noor, ConsoleActions.SendAll, (CohortCards.Looked, "another")));
        room.Requests.Clear();
        cards["form-everyone-nobody"] = Only(await room.Submit(Noor, ConsoleActions.SendAll, looked));
    }
}
