using MentorBot.Domain.Matching;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Profiles;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Flows.Requests;
using MentorBot.Flows.Tests.Matching;
using MentorBot.Flows.Tests.Requests;
using MentorBot.Flows.Turns;
using NodaTime;
using static MentorBot.Flows.Tests.Cards.EveryCard;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Cards;

/// <summary>What somebody who asks, or invites, can see, by name.</summary>
internal static class EveryRequestCard
{
    private static readonly RequestState.Looking NotYet = new(Asker.Later, Asker.Later, Told: true);

    private static readonly RequestState.ToForward ToForward = new(Asker.Match, Asker.Chidi, Asker.Later);

    public static async Task Add(SortedDictionary<string, ShownCard> cards)
    {
        using var room = Asker.Room();
        await AddStates(cards, room);
        await AddForms(cards, room);
        await AddInvitation(cards, room);
        await AddStandings(cards, room);
    }

    private static async Task AddStates(SortedDictionary<string, ShownCard> cards, FlowRoom room)
    {
        var asking = room.Get<RequestCards>();
        cards["request-notice"] = ShownCard.Of(await asking.BeforeYouWrite(Ana, null, CancellationToken.None));
        cards["request-notice-after"] = ShownCard.Of(await asking.BeforeYouWrite(Ana, Asker.Ended, CancellationToken.None));
        cards["request-not-now"] = Only(await room.Press(Ana, RequestActions.NotNow));
        var looking = new RequestState.Looking(Asker.Later, Asker.Later, Told: false);
        cards["request-gone"] = ShownCard.Of(await asking.Current(null, ReaderOf(Ana), CancellationToken.None));
        cards["request-kept"] = await Current(Asker.In(new RequestState.Kept(Asker.Later)));
        cards["request-looking"] = await Current(Asker.In(looking));
        cards["request-looking-with-wishes"] = await Current(Asker.In(looking) with { OpenToPeers = true, WordBy = Asker.Later });
        cards["request-looking-for-one"] = await Current(Asker.In(looking, Asker.Form with { WishedFor = Asker.Chidi, Themes = [], Help = [HelpWanted.NotKnownYet] }));
        cards["request-looking-soon"] = await Current(Asker.In(looking, Asker.Form with { Soon = HowSoon.ThisWeek }));
        cards["request-proposed"] = await Current(Asker.In(new RequestState.Proposed(Asker.Three, Asker.Later, Held: false)));
        cards["request-looking-longer"] = await Current(Asker.In(new RequestState.Proposed(Asker.Three, Asker.Later, Held: true)));
        cards["request-not-yet"] = await Current(Asker.In(NotYet));
        cards["request-not-yet-with-wishes"] = await Current(Asker.In(NotYet) with { OpenToPeers = true, WordBy = Asker.Later });
        cards["request-put-aside"] = await Current(Asker.In(new RequestState.PutAside(Asker.Later)));
        cards["request-settled"] = await Current(Asker.In(new RequestState.Accepted(Asker.Match, Asker.Chidi, Asker.Later, ByTurns: false)));
        cards["choice-of-three"] = await Current(Asker.In(Asker.ChooseOne));
        cards["choice-of-two"] = await Current(Asker.In(Asker.ChooseOne with { People = [.. Asker.Three.Take(2)] }));
        cards["choice-of-one"] = await Current(Asker.In(Asker.ChooseOne with { People = [new(Asker.Jo, [new(ReasonKind.WishedFor, 9), new(ReasonKind.LooksToo, 2)])] }));
        cards["choice-soon"] = await Current(Asker.In(Asker.ChooseOne, Asker.Form with { Soon = HowSoon.ThisWeek }));
        cards["choice-asking-with-a-time"] = await Current(Asker.In(Asker.Asking(times: [Asked.Time])));
        cards["choice-asking-soon"] = await Current(Asker.In(Asker.Asking(isSoon: true, times: Asked.ShortTimes)));
        cards["choice-not-come-about-soon"] = await Current(Asker.In(new RequestState.NotComeAbout(Asker.Chidi, [Asker.Three[0]], Asker.Later, WasSoon: true)));
        cards["choice-nobody-soon"] = await Current(Asker.In(new RequestState.NotComeAbout(Asker.Chidi, [], Asker.Later, WasSoon: true)));
        cards["choice-asking"] = await Current(Asker.In(Asker.Asking()));
        cards["choice-not-come-about"] = await Current(Asker.In(new RequestState.NotComeAbout(Asker.Chidi, [], Asker.Later)));
        cards["choice-not-come-about-with-word"] = await Current(Asker.In(new RequestState.NotComeAbout(Asker.Chidi, [], Asker.Later)) with { WordBy = Asker.Later });

        room.Requests.Put(Asker.In(Asker.ChooseOne));
        cards["choice-none-of-these"] = Only(await room.Press(Ana, RequestActions.NoneOfThese, Asker.Of));
        cards["form-more-about"] = ShownCard.Of(await room.Open(Ana, RequestActions.MoreAbout, Asker.Of, (RequestActions.Whom, Asker.Eva.Value)), Asker.Words);
        room.Offers.Remove(Asker.Jo);
        cards["form-more-about-nothing-written"] = ShownCard.Of(await room.Open(Ana, RequestActions.MoreAbout, Asker.Of, (RequestActions.Whom, Asker.Jo.Value)));
        room.Mentors.Put(room.Mentors.Of(Asker.Eva) with { Standing = MentorStanding.Paused });
        cards["choice-not-available"] = Only(await room.Press(Ana, RequestActions.Choose, Asker.Of, (RequestActions.Whom, Asker.Eva.Value)));

        async Task<ShownCard> Current(Request request) => ShownCard.Of(await asking.Current(request, ReaderOf(Ana), CancellationToken.None));
    }

    private static async Task AddForms(SortedDictionary<string, ShownCard> cards, FlowRoom room)
    {
        room.Requests.Clear();
        cards["form-request-new"] = ShownCard.Of(await room.Open(Ana, RequestActions.Form));
        cards["form-request-unanswered"] = Only(await room.Submit(Ana, RequestActions.Send, Asker.Of, ("words", Asker.Words)), Asker.Words);
        cards["form-request-wrong-name"] = Only(
            await room.Submit(Ana, RequestActions.Send, Asker.Of, ("help", "Advice"), ("wished-typed", "Nobody Atall"), ("words", Asker.Words)), Asker.Words, "Nobody Atall");
        cards["form-request-too-long"] = Only(
            await room.Submit(Ana, RequestActions.Send, Asker.Of, ("help", "Advice"), ("line", new string('a', 141))), new string('a', 141));
        room.Relationships[Asker.Ended] = Asker.Before(new RelationshipState.Ended(Asker.Chidi, Ending.HandedOver, FlowRoom.Start, Asker.Later));
        cards["form-request-after"] = ShownCard.Of(await room.Open(Ana, RequestActions.Form, (RequestActions.After, Asker.Ended.Value)), Asker.Words);

        room.Requests.Put(Asker.In(new RequestState.Kept(Asker.Later), Asker.Form with { WishedFor = Asker.Chidi }));
        cards["form-request-kept"] = ShownCard.Of(await room.Open(Ana, RequestActions.Form, Asker.Of), Asker.Words, Asker.Line);
        room.Requests.Put(Asker.In(new RequestState.Looking(Asker.Later, Asker.Later, Told: false)));
        cards["form-request-change"] = ShownCard.Of(await room.Open(Ana, RequestActions.Form, Asker.Of), Asker.Words, Asker.Line);
        cards["request-already-open"] = Only(await room.Type(Ana, "ask"));
        room.Requests.Put(Asker.In(Asker.Asking()));
        cards["form-request-change-while-asking"] = ShownCard.Of(await room.Open(Ana, RequestActions.Form, Asker.Of), Asker.Words, Asker.Line);
        cards["form-withdraw"] = ShownCard.Of(await room.Open(Ana, RequestActions.WithdrawForm, Asker.Of));
        room.Requests.Put(Asker.In(NotYet, Asker.Form with { Widened = [Widening.OtherHours] }));
        cards["form-widen"] = ShownCard.Of(await room.Open(Ana, RequestActions.WidenForm, Asker.Of));
        cards["form-widen-nothing-ticked"] = Only(await room.Submit(Ana, RequestActions.Widen, Asker.Of));
        room.Requests.Put(Asker.In(Asker.ChooseOne) with { Id = new("second") }, Asker.In(Asker.ChooseOne) with { Id = new("third") });
        cards["request-as-many-as-can-be"] = Only(await room.Type(Ana, "ask"));
    }

    private static async Task AddInvitation(SortedDictionary<string, ShownCard> cards, FlowRoom room)
    {
        var asking = room.Get<RequestCards>();
        room.Requests.Clear();
        cards["form-invite"] = ShownCard.Of(await room.Open(Ana, RequestActions.InviteForm));
        cards["form-invite-nobody"] = Only(await room.Submit(Ana, RequestActions.Invite, Asker.Of, ("line", Asker.Line)), Asker.Line);
        cards["form-invite-not-available"] = Only(
            await room.Submit(Ana, RequestActions.Invite, Asker.Of, ("line", Asker.Line), ("whom", Jun.Value), ("role", nameof(InvitedAs.ByTurns))), Asker.Line);
        cards["invitation-asking"] = await Current(Asker.In(Asker.Asking() with { People = [] }, invited: InvitedAs.TheyMentorMe));
        cards["invitation-to-forward"] = await Current(Asker.In(ToForward, invited: InvitedAs.TheyMentorMe));
        cards["invitation-not-come-about"] = await Current(Asker.In(new RequestState.NotComeAbout(Asker.Chidi, [], Asker.Later), invited: InvitedAs.TheyMentorMe));
        Wait(room);
        cards["form-line-to-forward"] = ShownCard.Of(await room.Open(Ana, RequestActions.ShowLine, Asker.Of));
        cards["where-invited"] = Only(await room.Type(Asker.Chidi, "where am i"));
        var notice = new Notice(IProfiles.Hello, Asker.Chidi.Value, Asker.Chidi.Value, "1", Asker.Chidi, null);
        cards["welcome-invited"] = ShownCard.Of((await room.Routes.Notices[notice.Kind](notice, ReaderOf(Asker.Chidi), CancellationToken.None))!.Card);

        async Task<ShownCard> Current(Request request) => ShownCard.Of(await asking.Current(request, ReaderOf(Ana), CancellationToken.None));
    }

    private static async Task AddStandings(SortedDictionary<string, ShownCard> cards, FlowRoom room)
    {
        foreach (var (name, request) in new Dictionary<string, Request>
        {
            ["kept"] = Asker.In(new RequestState.Kept(Asker.Later)),
            ["looking"] = Asker.In(new RequestState.Looking(Asker.Later, Asker.Later, Told: false)),
            ["proposed"] = Asker.In(new RequestState.Proposed(Asker.Three, Asker.Later, Held: false)),
            ["not-yet"] = Asker.In(NotYet),
            ["choosing"] = Asker.In(Asker.ChooseOne),
            ["choosing-of-one"] = Asker.In(Asker.ChooseOne with { People = [Asker.Three[0]] }),
            ["asking-soon"] = Asker.In(Asker.Asking(isSoon: true, times: Asked.ShortTimes)),
            ["asking"] = Asker.In(Asker.Asking()),
            ["not-come-about"] = Asker.In(new RequestState.NotComeAbout(Asker.Chidi, [], Asker.Later)),
            ["put-aside"] = Asker.In(new RequestState.PutAside(Asker.Later)),
            ["inviting"] = Asker.In(Asker.Asking(), invited: InvitedAs.ByTurns),
            ["inviting-to-forward"] = Asker.In(ToForward, invited: InvitedAs.ByTurns),
            ["inviting-not-come-about"] = Asker.In(new RequestState.NotComeAbout(Asker.Chidi, [], Asker.Later), invited: InvitedAs.ByTurns),
        })
        {
            room.Requests.Clear();
            room.Requests.Put(request);
            cards["where-request-" + name] = Only(await room.Type(Ana, "where am i"));
        }
    }

    /// <summary>Chidi is invited, and not here yet.</summary>
    private static void Wait(FlowRoom room)
    {
        room.Requests.Put(Asker.In(ToForward, invited: InvitedAs.TheyMentorMe));
        room.Mentors.Put(room.Mentors.Of(Asker.Chidi) with { Asked = [new(Asker.Match, Ana, Asker.Id)] });
    }
}
