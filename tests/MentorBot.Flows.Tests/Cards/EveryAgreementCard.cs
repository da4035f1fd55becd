using MentorBot.Domain;
using MentorBot.Domain.Agreements;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Agreements;
using MentorBot.Flows.Sessions;
using MentorBot.Flows.Tests.Matching;
using MentorBot.Flows.Tests.Relationships;
using MentorBot.Flows.Turns;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Cards;

/// <summary>The nine questions, and the question after a long while, by name.</summary>
internal static class EveryAgreementCard
{
    private const string Mine = "Patience with my broken English.";
    private const string Other = "A broken record of my own.";

    public static async Task Add(SortedDictionary<string, ShownCard> cards)
    {
        using var room = Between.Room();
        cards["form-agreement"] = ShownCard.Of(await room.Open(Ana, AgreementActions.Open, Between.Ids));
        cards["form-agreement-too-long"] = EveryCard.Only(
            await room.Submit(Ana, AgreementActions.Save, [.. Between.Ids, ("seen", "0"), ("words1", new string('x', Agreeing.Longest + 1))]), new string('x', Agreeing.Longest + 1));

        await room.Submit(Asked.Chidi, AgreementActions.Save, [.. Between.Ids, ("seen", "0"), ("words1", Other), ("show1", "true"), ("howLong", "30"), ("howOften", "EveryMonth"), ("show5", "true")]);
        cards["form-agreement-of-other"] = ShownCard.Of(await room.Open(Ana, AgreementActions.Open, Between.Ids), Other);
        cards["agreement-shown-alone"] = await Mention(room, AgreementNotices.SomethingShown, Ana);
        cards["form-agreement-side-by-side"] = EveryCard.Only(
            await room.Submit(
                Ana,
                AgreementActions.Save,
                [.. Between.Ids, ("seen", "0"), ("words1", Mine), ("show1", "true"), ("words2", Mine), ("show2", "true"), ("howLong", "45"), ("howOften", "EveryMonth"), ("show5", "true")]),
            Mine,
            Other);
        await room.Submit(Ana, AgreementActions.SuitsMe, [.. Between.Ids, ("mine", "1"), ("theirs", "1")]);
        await room.Submit(Asked.Chidi, AgreementActions.TalkFirst, [.. Between.Ids, ("mine", "1"), ("theirs", "1")]);
        cards["form-agreement-said"] = ShownCard.Of(await room.Open(Ana, AgreementActions.Open, Between.Ids), Mine, Other);
        cards["form-agreement-changed"] = EveryCard.Only(await room.Submit(Ana, AgreementActions.Save, [.. Between.Ids, ("words1", Other), ("seen", "0")]), Mine, Other);
        cards["agreement-aims-alone"] = await Mention(room, AgreementNotices.AimsAgain, Ana);

        room.Clock.Advance(Quietening.After);
        cards["gone-quiet"] = await Mention(room, SessionNotices.Quiet, Ana);
        cards["gone-quiet-right"] = EveryCard.Only(await room.Press(Ana, SessionActions.RightAsItIs, Between.Ids));
        await Bundle(cards, room);

        room.Relationships[Between.Id] = Between.In(Between.Ended(Ana));
        cards["form-agreement-given-back"] = EveryCard.Only(await room.Submit(Ana, AgreementActions.Save, [.. Between.Ids, ("words1", Mine)]), Mine);
    }

    /// <summary>What has come together for Ana: the question and the aims.</summary>
    private static async Task Bundle(SortedDictionary<string, ShownCard> cards, FlowRoom room)
    {
        room.Bundles[Ana] = Domain.Bundles.Bundle.Of(Ana) with
        {
            Last = 1,
            Sent = [new(1, room.Clock.GetCurrentInstant(), [new(SessionNotices.Quiet, Between.Id.Value, "1"), new(AgreementNotices.AimsAgain, Between.Id.Value, "1")])],
        };
        var notice = new Domain.Notices.Notice(Domain.Bundles.BundleNotices.Bundle, Ana.Value, Domain.Bundles.BundleNotices.Numbered(Ana, 1), "1", Ana, null);
        cards["bundle"] = ShownCard.Of((await room.Routes.Notices[notice.Kind](notice, ReaderOf(Ana), CancellationToken.None))!.Card);
    }

    private static async Task<ShownCard> Mention(FlowRoom room, string kind, PersonId reader) =>
        ShownCard.Of((await room.Routes.Mentions[kind](Between.Id.Value, ReaderOf(reader), CancellationToken.None))!.Alone);
}
