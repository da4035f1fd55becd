using MentorBot.Domain.Pulses;
using MentorBot.Flows.Pulses;
using MentorBot.Flows.Tests.Matching;
using MentorBot.Flows.Tests.Pulses;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;
using static MentorBot.Flows.Tests.Pulses.PulseScene;

namespace MentorBot.Flows.Tests.Cards;

/// <summary>Check-ins, from the plan to the result and one's own answers, by name.</summary>
internal static class EveryPulseCard
{
    private static readonly PulseId Second = new("0193b0c0d5f87a3e9c1d2e3f40516298");

    public static async Task Add(SortedDictionary<string, ShownCard> cards)
    {
        using (var scene = new PulseScene())
            await AddLaunch(cards, scene);
        using (var scene = new PulseScene())
            await AddAsked(cards, scene, PulseForm.A, "");
        using (var scene = new PulseScene())
            await AddAsked(cards, scene, PulseForm.All, "-all");
        using (var scene = new PulseScene())
            await AddResult(cards, scene);
        using (var scene = new PulseScene())
            await AddWord(cards, scene);
    }

    private static async Task AddLaunch(SortedDictionary<string, ShownCard> cards, PulseScene scene)
    {
        var room = scene.Room;
        cards["check-ins-none-open"] = EveryCard.Only(await room.Type(Noor, "check-in"));
        cards["form-check-in-new"] = ShownCard.Of(await room.Open(Noor, PulseActions.LaunchForm));
        cards["form-check-in-ready"] = EveryCard.Only(await room.Submit(Noor, PulseActions.Check, Plan()));
        cards["form-check-in-ready-group"] = EveryCard.Only(await room.Submit(Noor, PulseActions.Check, Plan(PulseForm.All, who: Field.Id, again: "8")));
        cards["form-check-in-change"] = EveryCard.Only(await room.Submit(Noor, PulseActions.ChangePlan, Plan(PulseForm.All, who: Field.Id, again: "8")));
        cards["form-check-in-refused"] = EveryCard.Only(await room.Submit(Noor, PulseActions.Check, Plan(until: "2026-03-04")));
        using (var closed = new PulseScene())
        {
            closed.Opens(weeks: 6);
            closed.Closes(Figures);
            cards["check-ins-next"] = EveryCard.Only(await closed.Room.Type(Noor, "check-in"));
        }

        scene.Opens();
        scene.Opens(PulseForm.All, Second, Field.Id);
        cards["check-ins-open"] = EveryCard.Only(await room.Press(Noor, PulseActions.CheckIns));
        cards["form-check-in-stop"] = ShownCard.Of(await room.Open(Noor, PulseActions.StopForm, Ids));
    }

    private static async Task AddAsked(SortedDictionary<string, ShownCard> cards, PulseScene scene, PulseForm form, string suffix)
    {
        var room = scene.Room;
        scene.Opens(form);
        cards["check-in-asked" + suffix] = ShownCard.Of((await scene.Mention(PulseNotices.Invite, Ana))!.Alone);
        cards["check-in-reminder" + suffix] = ShownCard.Of((await scene.Mention(PulseNotices.Remind, Ana))!.Alone);
        cards["form-check-in-answer" + suffix] = ShownCard.Of(await room.Open(Ana, PulseActions.AnswerForm, Ids));
        cards["check-in-not-this-time" + suffix] = EveryCard.Only(await room.Press(Ana, PulseActions.NotThisTime, Ids));
        cards["check-in-sent" + suffix] = EveryCard.Only(await scene.Send(Ana, Chosen(form, Enumerable.Range(0, 21).Select(at => (at % 7) + 1))));
        cards["form-check-in-answer-again" + suffix] = ShownCard.Of(await room.Open(Ana, PulseActions.AnswerForm, Ids));
        cards["check-in-taken-back" + suffix] = EveryCard.Only(await room.Press(Ana, PulseActions.TakeBack, Ids));
        await scene.Send(Ana, Chosen(form, 7, 6, 5, 1, 2, 3, 4, 4, 4, 4, 0, 0, 7, 0, 0, 7, 7, 7, 7, 7, 7));
        await scene.Send(Asked.Chidi, Chosen(form, 7));
        scene.Closes(form == PulseForm.All ? AllFigures : Figures);
        cards["check-in-closed" + suffix] = EveryCard.Only(await room.Press(Ana, PulseActions.TakeBack, Ids));
        cards["form-check-in-closed" + suffix] = ShownCard.Of(await room.Open(Ana, PulseActions.AnswerForm, Ids));
        cards["form-own" + suffix] = ShownCard.Of(await room.Open(Ana, PulseActions.Own));
        cards["form-own-too-few" + suffix] = ShownCard.Of(await room.Open(Asked.Chidi, PulseActions.Own));
        cards["form-own-statements" + suffix] = EveryCard.Only(await room.Submit(Ana, PulseActions.Statements, Ids));
        cards["form-own-erase" + suffix] = EveryCard.Only(await room.Submit(Ana, PulseActions.EraseNext, Ids));
        await room.Submit(Ana, PulseActions.Erase, Ids);
        cards["check-in-closed-without-answers" + suffix] = EveryCard.Only(await room.Press(Ana, PulseActions.NotThisTime, Ids));
        cards["form-check-in-closed-without-answers" + suffix] = ShownCard.Of(await room.Open(Ana, PulseActions.AnswerForm, Ids));
    }

    private static async Task AddResult(SortedDictionary<string, ShownCard> cards, PulseScene scene)
    {
        var room = scene.Room;
        scene.Opens();
        scene.Closes(Figures);
        cards["result"] = await Result();
        cards["form-result-not-shown"] = ShownCard.Of(await room.Open(Ana, PulseActions.NotShown, Ids));
        cards["form-result-table"] = ShownCard.Of(await room.Open(Ana, PulseActions.Table, Ids));
        room.Clock.Advance(Duration.FromDays(300));
        scene.Opens(id: Second);
        scene.Closes(Figures with { Everyone = new(new(10), new(60), new(2)), Mentees = null, Mentors = null, Alpha = new(5) }, Second);
        cards["result-with-earlier"] = ShownCard.Of((await scene.Notice(PulseNotices.Result, Second.Value, Ana))!.Card);
        scene.Opens(PulseForm.All);
        scene.Closes(AllFigures);
        cards["result-all"] = await Result();
        cards["form-result-table-all"] = ShownCard.Of(await room.Open(Noor, PulseActions.Table, Ids));
        cards["form-result-file"] = EveryCard.Only(await room.Submit(Noor, PulseActions.File, Ids));
        scene.Closes(null);
        cards["result-too-few"] = await Result();

        async Task<ShownCard> Result() => ShownCard.Of((await scene.Notice(PulseNotices.Result, Id.Value, Ana))!.Card);
    }

    private static async Task AddWord(SortedDictionary<string, ShownCard> cards, PulseScene scene)
    {
        cards["form-word-with-whom"] = ShownCard.Of(await scene.Room.Open(Ana, PulseActions.WordForm));
        foreach (var through in Enum.GetValues<WordThrough>())
        {
            var word = new WordWanted(Ana, through, FlowRoom.Start + Duration.FromDays(3));
            cards["word-wanted-" + through.ToString().ToLowerInvariant()] = ShownCard.Of((await scene.Notice(PulseNotices.Word, word.Subject, Noor))!.Card);
        }
    }
}
