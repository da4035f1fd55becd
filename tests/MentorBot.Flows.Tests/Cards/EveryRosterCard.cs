using MentorBot.Domain.Roster;
using MentorBot.Flows.Roster;
using MentorBot.Flows.Turns;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Cards;

/// <summary>The coordinators' list and the question that comes of it, by name.</summary>
internal static class EveryRosterCard
{
    private const string Several = "person,group,mentor\nana.lima,Field,yes\njun.park,Field,yes\nsam.whitaker,,no";
    private const string One = "person\njun.park";
    private const string Wrong = "person,group,mentor\n=1+1,Field,yes\nnobody,-1,maybe\nana.lima,,\nana.lima,,\n,x,";

    public static async Task Add(SortedDictionary<string, ShownCard> cards)
    {
        using var room = new FlowRoom();
        cards["form-roster-first"] = ShownCard.Of(await room.Open(Noor, RosterActions.Form));
        cards["form-roster-nothing-pasted"] = EveryCard.Only(await room.Submit(Noor, RosterActions.Check));
        cards["form-roster-errors"] = EveryCard.Only(await Check(Wrong), Wrong);
        cards["form-roster-preview"] = EveryCard.Only(await Check(Several), Several);
        cards["form-roster-preview-one"] = EveryCard.Only(await Check("person,mentor\nana.lima,yes"), "person,mentor\nana.lima,yes");
        await room.Rosters.TakeOver(NewRoster.Of([new(Jun, "Field", false)]), StandingRoster.None, default);
        cards["form-roster-one-stands"] = ShownCard.Of(await room.Open(Noor, RosterActions.Form));
        cards["form-roster-preview-nobody-asked"] = EveryCard.Only(await Check(One), One);
        cards["form-roster-afresh"] = EveryCard.Only(await room.Submit(Noor, RosterActions.TakeOver, (RosterActions.Text, Several)), Several);
        await room.Rosters.TakeOver(NewRoster.Of([new(Jun, "Field", false), new(Ana, null, true)]), "1", default);
        cards["form-roster-change"] = EveryCard.Only(await room.Submit(Noor, RosterActions.Change, (RosterActions.Text, Several)), Several);

        room.Rosters[Ana] = AskStage.Asked;
        cards["roster-asked"] = ShownCard.Of((await room.Routes.Mentions[RosterNotices.Ask](Ana.Value, ReaderOf(Ana), default))!.Alone);
        cards["roster-not-for-me"] = EveryCard.Only(await room.Press(Ana, RosterActions.NotForMe, (RosterActions.Person, Ana.Value)));

        Task<Answer> Check(string text) => room.Submit(Noor, RosterActions.Check, (RosterActions.Text, text));
    }
}
