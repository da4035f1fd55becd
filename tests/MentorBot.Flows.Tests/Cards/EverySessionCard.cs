using MentorBot.Domain;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Scheduling;
using MentorBot.Flows.Sessions;
using MentorBot.Flows.Tests.Matching;
using MentorBot.Flows.Tests.Relationships;
using MentorBot.Flows.Tests.Sessions;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Cards;

/// <summary>What the two can see of a conversation, by name.</summary>
internal static class EverySessionCard
{
    public static async Task Add(SortedDictionary<string, ShownCard> cards)
    {
        using var talk = new Talk();
        await talk.Begins();
        foreach (var phase in Enum.GetValues<Phase>())
        {
            talk.Session = talk.Session with { Phase = phase, IsTouched = phase != Phase.Review };
            cards["session-" + phase.ToString().ToLowerInvariant()] = await Card();
        }

        // The largest: everything at once that can be said.
        talk.Session = talk.Session with { Phase = Phase.Review, TurnedBy = Asked.Chidi, Noted = [Phase.Review], IsTouched = false, Minutes = 30 };
        talk.Meetings = talk.Meetings with { Questions = [Asked.Chidi], Deck = new([2, 2, 2, 2]) };
        cards["session-largest"] = await Card();
        cards["form-session-more"] = ShownCard.Of(await talk.Room.Open(Ana, SessionActions.More, talk.Ids(Ana)));
        cards["session-how-much-later"] = EveryCard.Only(await talk.Room.Press(Ana, SessionActions.Late, talk.Ids(Ana)));
        cards["form-session-cannot-make-it"] = ShownCard.Of(await talk.Room.Open(Ana, SchedulingActions.CancelForm, talk.Numbered));
        cards["session-they-know"] = EveryCard.Only(await talk.Room.Press(Ana, SessionActions.LateBy, [.. talk.Ids(Ana), (SessionActions.Minutes, "10")]));
        cards["session-comes-later"] = ShownCard.Of((await talk.Notified(SessionNotices.Late, Asked.Chidi, SessionNotices.OfCard(Between.Id, 1, 10)))!.Card);
        cards["where-session"] = EveryCard.Only(await talk.Room.Type(Ana, "where am i"));

        talk.Session = talk.Session.SeatOf(Ana) is { } seat ? talk.Session with { Seats = talk.Session.Seats.Replace(seat, seat with { JustPrompts = true }), Minutes = 20 } : talk.Session;
        cards["session-just-prompts"] = await Card();
        talk.Session = talk.Session with { Seats = [new(Ana, 2, false)], Phase = Phase.Reflect };
        cards["session-newer"] = await Card();

        foreach (var (name, ending, touched) in new[] { ("done", SessionEnding.Done, true), ("closed", SessionEnding.Overnight, true), ("closed-untouched", SessionEnding.Overnight, false), ("settled", SessionEnding.WeMet, true) })
        {
            talk.Session = talk.Session with { Ending = ending, IsTouched = touched, Seats = [new(Ana, 1, false)] };
            cards["session-" + name] = await Card();
        }

        cards["session-met"] = EveryCard.Only(await talk.Room.Press(Ana, SessionActions.WeMet, talk.Numbered));
        cards["session-not-now"] = EveryCard.Only(await talk.Room.Press(Ana, SessionActions.NotNow, talk.Numbered));
        talk.Session = talk.Session with { Ending = SessionEnding.Done };
        talk.Meetings = talk.Meetings with { Booked = [new(2, 1, FlowRoom.Start + Duration.FromDays(7), 60, Ana)] };
        cards["session-done-next-booked"] = await Card();

        async Task<ShownCard> Card() => ShownCard.Of((await talk.CardOf(Ana, 1))!.Card);
    }
}
