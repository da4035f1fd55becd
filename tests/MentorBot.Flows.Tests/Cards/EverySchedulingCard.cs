using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Scheduling;
using MentorBot.Flows.Sessions;
using MentorBot.Flows.Tests.Relationships;
using MentorBot.Flows.Tests.Scheduling;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;
using static MentorBot.Flows.Tests.Scheduling.Scene;

namespace MentorBot.Flows.Tests.Cards;

/// <summary>Times, and what is booked, by name.</summary>
internal static class EverySchedulingCard
{
    public static async Task Add(SortedDictionary<string, ShownCard> cards)
    {
        await AddTimes(cards);
        await AddBooked(cards);
        await AddStillToCome(cards);
        await AddSuggested(cards);
        await AddLighter(cards);
    }

    private static async Task AddTimes(SortedDictionary<string, ShownCard> cards)
    {
        using var scene = new Scene();
        var room = scene.Room;
        var times = await scene.Times(Ana);
        cards["times"] = new(null, times, []);
        cards["times-more"] = new(null, CardOf(await scene.Press(Ana, times, "More times")), []);
        cards["form-times-series"] = EveryCard.Only(await scene.Press(Ana, times, "Every time alike"));
        await scene.Press(Ana, times, "Type a time");
        cards["times-prompt"] = EveryCard.Only(await scene.Press(Ana, times, "Type a time"));
        cards["times-confirm"] = EveryCard.Only(await room.Type(Ana, "tue 14:30"));
        cards["times-which-one"] = EveryCard.Only(await room.Type(Ana, "next wednesday 10:00"));
        await scene.Room.Meetings.Decide(Between.Id, two => Arranging.OfferTimes(two, FlowRoom.Start), CancellationToken.None);
        cards["times-offered"] = new(null, await scene.ToldCard(Chidi, SchedulingNotices.Times), []);
        room.Clock.Advance(Duration.FromDays(2));
        await scene.Room.Meetings.Decide(Between.Id, two => Passing.Tick(two, room.Clock.GetCurrentInstant()), CancellationToken.None);
        cards["times-offered-again"] = new(null, await scene.ToldCard(Chidi, SchedulingNotices.Remind), []);
        room.Clock.Advance(Duration.FromDays(3));
        await scene.Room.Meetings.Decide(Between.Id, two => Passing.Tick(two, room.Clock.GetCurrentInstant()), CancellationToken.None);
        cards["times-over"] = new(null, await scene.ToldCard(Chidi, SchedulingNotices.Times), []);
        room.Calendars.MakeBusy(Chidi, FlowRoom.Start, FlowRoom.Start + Duration.FromDays(80));
        var none = await scene.Times(Ana);
        cards["times-none"] = new(null, none, []);
        cards["times-none-short"] = EveryCard.Only(await scene.Press(Ana, none, "20 minutes"));
        cards["times-none-beyond"] = EveryCard.Only(await scene.Press(Ana, none, "Beyond usual hours"));
        cards["times-look-again"] = EveryCard.Only(await scene.Press(Ana, none, "Look again later"));
        room.Calendars.LoseReach(Chidi);
        cards["times-out-of-reach"] = new(null, await scene.Times(Ana), []);
    }

    private static async Task AddBooked(SortedDictionary<string, ShownCard> cards)
    {
        using var scene = new Scene();
        var booked = CardOf(await scene.Press(Ana, await scene.Times(Ana), FirstTime));
        cards["booked"] = new(null, booked, []);
        cards["booked-by-other"] = new(null, await scene.ToldCard(Chidi, SchedulingNotices.Booked), []);
        scene.Room.Calendars.LoseReach(Chidi);
        cards["booked-out-of-reach"] = new(null, await scene.ToldCard(Chidi, SchedulingNotices.Booked), []);
        cards["form-booked-file"] = EveryCard.Only(await scene.Press(Chidi, cards["booked-out-of-reach"].Json, "Calendar file"));
        scene.Room.Calendars.Reach(Chidi);
        foreach (var appears in new[] { Appearing.Invitation, Appearing.Nothing })
        {
            await scene.Room.Get<IAppearances>().Save(Chidi, Between.Id, appears, null, CancellationToken.None);
            cards["booked-as-" + appears.ToString().ToLowerInvariant()] = new(null, await scene.ToldCard(Chidi, SchedulingNotices.Booked), []);
        }

        await scene.Room.Get<IAppearances>().Save(Chidi, Between.Id, Appearing.OwnBlock, null, CancellationToken.None);
        cards["form-booked-appear"] = EveryCard.Only(await scene.Press(Ana, booked, "How it appears"));
        cards["form-booked-appear-subject"] = ShownCard.Of(SchedulingForms.Appear(Between.Id, Appearance.Usual, "Chidi Obi", takesSubject: true));
        cards["form-booked-cancel"] = EveryCard.Only(await scene.Press(Ana, booked, "Cancel"));
        cards["form-two-more-booked"] = ShownCard.Of(await scene.Room.Open(Ana, RelationshipActions.More, Between.Ids));
        cards["form-two-tight-booked"] = ShownCard.Of(await scene.Room.Open(Ana, RelationshipActions.TightWithWhom));
        cards["form-two-lighter-later"] = EveryCard.Only(await scene.Room.Submit(Ana, RelationshipActions.LighterNext, [.. Between.Ids, (RelationshipActions.How, nameof(Lighter.Later))]));
        cards["where-two-booked"] = EveryCard.Only(await scene.Room.Type(Chidi, "where am i"));
        var moving = CardOf(await scene.Press(Chidi, await scene.ToldCard(Chidi, SchedulingNotices.Booked), "Move"));
        cards["times-moving"] = new(null, moving, []);
        await scene.Press(Chidi, moving, FirstTime);
        cards["booked-moved-by-other"] = new(null, await scene.ToldCard(Ana, SchedulingNotices.Booked), []);
        await scene.Press(Ana, CardOf(await scene.Press(Ana, booked, "Cancel")), "Cancel it");
        var cancelled = await scene.ToldCard(Chidi, SchedulingNotices.Cancelled);
        cards["booked-cancelled"] = new(null, cancelled, []);
        cards["booked-left-open"] = EveryCard.Only(await scene.Press(Chidi, cancelled, "Leave it open"));

        var form = CardOf(await scene.Press(Ana, await scene.Times(Ana), "Every time alike"));
        var start = (string)form.SelectTokens("$..choices[0].value").First()!;
        cards["booked-series"] = EveryCard.Only(await scene.Press(Ana, form, "Book these", ("start", start), ("how-often", "EveryWeek"), ("how-many", "3")));
        cards["booked-series-by-other"] = new(null, await scene.ToldCard(Chidi, SchedulingNotices.Series), []);
    }

    private static async Task AddStillToCome(SortedDictionary<string, ShownCard> cards)
    {
        using var scene = new Scene();
        scene.Book(Ana, Tuesday);
        cards["booked-still-to-come"] = EveryCard.Only(await scene.Room.Press(Ana, SessionActions.WeMet, [.. Between.Ids, ("number", "1"), ("version", "1")]));
    }

    private static async Task AddSuggested(SortedDictionary<string, ShownCard> cards)
    {
        using var scene = new Scene();
        await scene.Room.Meetings.Decide(Between.Id, two => Offering.Suggest(two, Ana, 0, Tuesday, 45, FlowRoom.Start), CancellationToken.None);
        var asked = await scene.ToldCard(Chidi, SchedulingNotices.Suggested);
        cards["times-suggested"] = new(null, asked, []);
        await scene.Press(Chidi, asked, "Rather not");
        cards["times-rather-not"] = new(null, await scene.ToldCard(Ana, SchedulingNotices.Declined), []);
    }

    private static async Task AddLighter(SortedDictionary<string, ShownCard> cards)
    {
        using var scene = new Scene();
        await scene.Room.Meetings.Decide(Between.Id, two => Offering.MakeTwentyMinutes(two, Ana, two.Meetings.Next?.Number ?? 0), CancellationToken.None);
        cards["two-lighter-twenty-minutes"] = new(null, await scene.ToldCard(Chidi, SchedulingNotices.Shorter), []);
        cards["where-two-twenty-minutes"] = EveryCard.Only(await scene.Room.Type(Chidi, "where am i"));
        scene.Book(Chidi, Tuesday);
        await scene.Room.Meetings.Decide(Between.Id, two => Offering.MakeTwentyMinutes(two, Ana, two.Meetings.Next?.Number ?? 0), CancellationToken.None);
        cards["booked-shorter"] = new(null, await scene.ToldCard(Chidi, SchedulingNotices.Shorter), []);
        await scene.Room.Meetings.Decide(Between.Id, two => Offering.MakeLater(two, Ana, 1, FlowRoom.Start), CancellationToken.None);
        cards["times-instead"] = new(null, await scene.ToldCard(Chidi, SchedulingNotices.Times), []);
        scene.Room.Meetings[Between.Id] = scene.Meetings with { Held = 1 };
        cards["where-two-between"] = EveryCard.Only(await scene.Room.Type(Chidi, "where am i"));
    }
}
