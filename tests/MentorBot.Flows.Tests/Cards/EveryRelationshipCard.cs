using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Sessions;
using MentorBot.Domain.Wishes;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Tests.Matching;
using MentorBot.Flows.Tests.Relationships;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Cards;

/// <summary>What two people who both said yes can see, by name.</summary>
internal static class EveryRelationshipCard
{
    private static readonly AskedFor Question = new(Asked.Match, Asked.Chidi, Asked.Id);

    public static async Task Add(SortedDictionary<string, ShownCard> cards)
    {
        using var room = Between.Room();
        await AddCards(cards, room.Get<RelationshipCards>());
        await AddForms(cards, room);
        await AddStandings(cards, room);
        room.Relationships[Between.Id] = Between.In(Between.Ended(Ana, Ending.HandedOver));
        cards["two-let-it-rest"] = EveryCard.Only(await room.Press(Asked.Chidi, RelationshipActions.LetItRest, Between.Ids));
    }

    private static async Task AddCards(SortedDictionary<string, ShownCard> cards, RelationshipCards two)
    {
        var going = Between.In(Between.Going());
        var atATime = going with { FirstTime = Asked.Time };
        cards["two-said-yes"] = await SaidYes(atATime);
        cards["two-said-yes-without-a-time"] = await SaidYes(going);
        cards["two-said-yes-to-one-conversation"] = await SaidYes(atATime with { Asked = going.Asked with { Pace = Pace.OneConversation } });
        cards["two-said-yes-by-turns"] = await SaidYes(going with { ByTurns = true });
        cards["two-you-said-yes"] = await YouSaidYes(atATime);
        cards["two-you-said-yes-without-a-time"] = await YouSaidYes(going);
        cards["two-you-said-yes-to-invitation"] = await YouSaidYes(going with { Asked = Asked.In(Asked.SaidYes, invited: InvitedAs.TheyMentorMe).Form });
        cards["two-quiet-over"] = await QuietOver();
        cards["two-quiet-over-booked"] = await QuietOver(new Booking(1, 1, Asked.Time.Start, 60, Ana));
        cards["two-lighter-quiet-month"] = await Quiet();
        cards["two-lighter-quiet-month-booked"] = await Quiet(new Booking(1, 1, Asked.Time.Start, 60, Ana));

        cards["two-ended"] = await Ended(Asked.Chidi, by: Ana);
        cards["two-ended-for-mentor"] = await Ended(Ana, by: Asked.Chidi);
        cards["two-stopped"] = await Ended(Asked.Chidi, by: Asked.Chidi);
        cards["two-stopped-by-mentor"] = await Ended(Ana, by: Ana);
        cards["two-handed-over"] = await Ended(Ana, by: Ana, Ending.HandedOver);
        cards["two-someone-new"] = await Ended(Asked.Chidi, by: Ana, Ending.HandedOver);

        cards["two-finished"] = await Ended(Ana, by: Asked.Chidi, Ending.Finished);
        cards["two-finished-one"] = await Ended(Asked.Chidi, by: Ana, Ending.Finished, held: 1);

        async Task<ShownCard> SaidYes(Relationship one) => ShownCard.Of(await two.Begun(new(one, Meetings.Of(one.Begun)), ReaderOf(Asked.Chidi), CancellationToken.None));

        async Task<ShownCard> YouSaidYes(Relationship one) => ShownCard.Of(await two.SaidYes(new(one, Meetings.Of(one.Begun)), Question, ReaderOf(Ana), CancellationToken.None));

        async Task<ShownCard> QuietOver(params ImmutableArray<Booking> booked) =>
            ShownCard.Of(await two.QuietOver(new(going, Meetings.Of(going.Begun) with { Booked = booked }), ReaderOf(Ana), CancellationToken.None));

        async Task<ShownCard> Quiet(params ImmutableArray<Booking> booked) => ShownCard.Of((await two.QuietMonth(
            new(Between.In(Between.Going(isQuiet: true)), Meetings.Of(going.Begun) with { Booked = booked }), ReaderOf(Asked.Chidi), CancellationToken.None))!);

        async Task<ShownCard> Ended(PersonId reader, PersonId by, Ending how = Ending.Stopped, int held = 3)
        {
            var ended = Between.Ended(by, how);
            return ShownCard.Of(await two.HasEnded(Between.In(ended), ended, held, ReaderOf(reader), CancellationToken.None));
        }
    }

    private static async Task AddForms(SortedDictionary<string, ShownCard> cards, FlowRoom room)
    {
        cards["form-two-more-mentor"] = ShownCard.Of(await room.Open(Ana, RelationshipActions.More, Between.Ids));
        cards["form-two-more-mentee"] = ShownCard.Of(await room.Open(Asked.Chidi, RelationshipActions.More, Between.Ids));
        cards["form-two-read"] = ShownCard.Of(await room.Open(Ana, RelationshipActions.Read, Between.Ids), Asked.Words);
        cards["form-two-stop-mentor"] = await Next(Ana, RelationshipActions.StopNext);
        cards["form-two-stop-mentee"] = await Next(Asked.Chidi, RelationshipActions.StopNext);
        cards["form-two-tight"] = ShownCard.Of(await room.Open(Ana, RelationshipActions.TightWithWhom));
        cards["form-two-hand-over"] = await Next(Ana, RelationshipActions.HandOverNext);
        foreach (var how in new[] { Lighter.TwentyMinutes, Lighter.QuietMonth })
            cards["form-two-lighter-" + Named(how)] = EveryCard.Only(await room.Submit(Ana, RelationshipActions.LighterNext, [.. Between.Ids, (RelationshipActions.How, how.ToString())]));

        room.Relationships[new("other")] = Between.In(Between.Going()) with { Id = new("other"), Mentee = Sam };
        cards["form-two-with-whom"] = ShownCard.Of(await room.Open(Ana, RelationshipActions.TightWithWhom));
        room.Relationships.Remove(new("other"));
        room.Relationships[Between.Id] = Between.In(Between.Going()) with { Asked = Asked.Form with { Words = null, Line = null, Themes = [] } };
        cards["form-two-read-nothing-written"] = ShownCard.Of(await room.Open(Ana, RelationshipActions.Read, Between.Ids));
        room.Relationships[Between.Id] = Between.In(Between.Going()) with { Asked = Asked.Form with { Words = null, Line = null, Themes = [RequestForm.InPerson] } };
        cards["form-two-read-in-person"] = ShownCard.Of(await room.Open(Ana, RelationshipActions.Read, Between.Ids));

        async Task<ShownCard> Next(PersonId who, string action) => EveryCard.Only(await room.Submit(who, action, Between.Ids));
    }

    private static async Task AddStandings(SortedDictionary<string, ShownCard> cards, FlowRoom room)
    {
        foreach (var (name, state) in new Dictionary<string, RelationshipState>
        {
            ["time-open"] = Between.Going(),
            ["quiet-month"] = Between.Going(isQuiet: true),
            ["finished"] = Between.Ended(Ana),
            ["complete"] = Between.Ended(Ana, Ending.Finished),
        })
        {
            room.Relationships[Between.Id] = Between.In(state);
            cards["where-two-" + name] = EveryCard.Only(await room.Type(Asked.Chidi, "where am i"));
        }

        room.Relationships[Between.Id] = Between.In(Between.Going());
        room.Meetings[Between.Id] = room.Meetings[Between.Id] with { Held = 1 };
        cards["where-two-nothing-booked"] = EveryCard.Only(await room.Type(Asked.Chidi, "where am i"));
        room.Meetings[Between.Id] = room.Meetings[Between.Id] with { Booked = [new(1, 1, Asked.Time.Start, 60, Ana)] };
        cards["where-two-booked"] = EveryCard.Only(await room.Type(Asked.Chidi, "where am i"));
        room.Relationships[Between.Id] = Between.In(Between.Going(isQuiet: true));
        cards["where-two-booked-quiet"] = EveryCard.Only(await room.Type(Asked.Chidi, "where am i"));
    }

    private static string Named(Lighter how) => how == Lighter.TwentyMinutes ? "twenty-minutes" : "quiet-month";
}
