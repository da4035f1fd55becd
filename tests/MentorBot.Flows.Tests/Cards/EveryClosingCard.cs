using MentorBot.Domain.Closing;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Closing;
using MentorBot.Flows.Tests.Relationships;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Cards;

/// <summary>What two people see about going on, pausing and finishing, by name.</summary>
internal static class EveryClosingCard
{
    private static readonly Instant Until = FlowRoom.Start + Duration.FromDays(8);

    public static Outlook Asked(LookKind kind) => new(1, new(1, kind, kind == LookKind.AfterFirst ? 1 : 3, 3, Until, [], kind == LookKind.AfterLast ? Ana : null, false), null);

    public static async Task Add(SortedDictionary<string, ShownCard> cards)
    {
        using var room = Between.Room();
        var pair = room.Relationships[Between.Id];
        foreach (var (name, kind) in new[] { ("number", LookKind.AtNumber), ("first", LookKind.AfterFirst), ("last", LookKind.AfterLast) })
        {
            var asked = Asked(kind);
            cards["closing-" + name] = Look(asked);
            cards["closing-" + name + "-over"] = Look(asked with { Look = asked.Look! with { IsOver = true } });
            cards["closing-" + name + "-goes-on"] = Look(asked with { Look = asked.Look! with { Answered = [Ana] } });
        }

        var first = Asked(LookKind.AfterFirst);
        cards["closing-first-both"] = Look(first with { Look = first.Look! with { Answered = [Ana, Matching.Asked.Chidi], IsOver = true } });

        var together = new Together(pair, Meetings.Of(pair.Begun) with { LastBy = Ana });
        cards["closing-last-wished"] = ShownCard.Of(ClosingCards.LastOne(together, "Chidi Obi", ReaderOf(Ana)));
        cards["closing-last-wished-booked"] = ShownCard.Of(ClosingCards.LastOne(
            together with { Meetings = together.Meetings with { Booked = [new(1, 1, Matching.Asked.Time.Start, 60, Ana)] } }, "Chidi Obi", ReaderOf(Ana)));

        var stretch = new Stretch(1, Matching.Asked.Chidi, 4, Until, StretchState.Open, null);
        foreach (var each in new[] { stretch, stretch with { State = StretchState.Agreed, Ends = Until }, stretch with { State = StretchState.Not } })
            cards["closing-apart-" + each.State.ToString().ToLowerInvariant()] = ShownCard.Of(ClosingCards.Stretch(pair, new(1, null, each), 1, "Chidi Obi", ReaderOf(Ana)).Card);
        cards["closing-apart-simply-go-on"] = ShownCard.Of(
            ClosingCards.StretchAnswered(pair, new(1, null, stretch with { State = StretchState.Not }), 1, ReaderOf(Matching.Asked.Chidi))!);

        await AddPeers(cards);
        cards["form-closing-pause"] = ShownCard.Of(await room.Open(Ana, ClosingActions.PauseForm, Between.Ids));
        cards["form-closing-finish"] = ShownCard.Of(await room.Open(Ana, ClosingActions.FinishForm, Between.Ids));
        cards["form-closing-apart"] = EveryCard.Only(await room.Submit(Ana, ClosingActions.ApartNext, Between.Ids));
        cards["form-closing-pause-wrong"] = EveryCard.Only(await room.Submit(Ana, ClosingActions.Pause, [.. Between.Ids, (ClosingActions.Day, "2026-03-01")]));

        ShownCard Look(Outlook outlook) => ShownCard.Of(ClosingCards.Look(pair, outlook, 1, "Chidi Obi", ReaderOf(Ana)).Card);
    }

    private static async Task AddPeers(SortedDictionary<string, ShownCard> cards)
    {
        using var room = Between.Room(Between.Ended(Ana, Domain.Relationships.Ending.Finished));
        var pair = room.Relationships[Between.Id];
        cards["form-closing-peers"] = ShownCard.Of(await room.Open(Ana, ClosingActions.PeersForm, Between.Ids));
        var touch = new Touch(1, Matching.Asked.Chidi, false, Until, TouchState.Open);
        foreach (var each in new[] { touch, touch with { IsDeclined = true }, touch with { State = TouchState.Agreed } })
            cards[$"closing-peers-{(each.IsDeclined ? "declined" : each.State.ToString().ToLowerInvariant())}"] =
                ShownCard.Of(ClosingCards.Touch(pair, new(1, null, null, each), 1, "Chidi Obi", ReaderOf(Ana)).Card);
        cards["closing-peers-as-it-was"] = ShownCard.Of(ClosingCards.TouchAnswered(new(1, null, null, touch with { State = TouchState.Not }), 1, "Ana Lima")!);
    }
}
