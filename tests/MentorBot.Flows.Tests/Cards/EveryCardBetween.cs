using MentorBot.Domain;
using MentorBot.Domain.Experiments;
using MentorBot.Domain.Moments;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Questions;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Experiments;
using MentorBot.Flows.Moments;
using MentorBot.Flows.Notes;
using MentorBot.Flows.Questions;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Tests.Matching;
using MentorBot.Flows.Tests.Relationships;
using MentorBot.Flows.Turns;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Cards;

/// <summary>What two people write between them, in and between conversations: notes, a question ahead, things to try, moments.</summary>
internal static class EveryCardBetween
{
    public const string Words = "It was *mine* to say!\nشكرا 🙂";
    public const string OtherWords = "Asked first, and *listened*!";

    private static readonly string[] Written = [Words, OtherWords];

    public static async Task Add(SortedDictionary<string, ShownCard> cards)
    {
        using (var room = Between.Room())
            await AddNotes(cards, room);
        using (var room = Between.Room())
            await AddQuestions(cards, room);
        using (var room = Between.Room())
            await AddExperiments(cards, room);
        using (var room = Between.Room())
            await AddMoments(cards, room);
    }

    private static async Task AddNotes(SortedDictionary<string, ShownCard> cards, FlowRoom room)
    {
        room.Meetings[Between.Id] = Meetings.Of(FlowRoom.Start) with { Last = 1 };
        cards["form-notes-empty"] = await Opened(NoteActions.Write);
        cards["form-notes-all-empty"] = await Opened(NoteActions.ReadAll);
        await room.Submit(Asked.Chidi, NoteActions.Save, At(Phase.Learn, (NoteActions.Words, OtherWords)));
        await room.Submit(Ana, NoteActions.Save, At(Phase.Learn, (NoteActions.Words, Words)));
        cards["form-notes"] = await Opened(NoteActions.Write);
        cards["form-notes-changed"] = await Next(NoteActions.Save, (NoteActions.Words, OtherWords));
        cards["form-notes-alone-empty"] = await Next(NoteActions.ForMeAlone);
        await room.Submit(Ana, NoteActions.SaveOwn, At(Phase.Learn, (NoteActions.Words, Words)));
        cards["form-notes-alone"] = await Next(NoteActions.ForMeAlone, (NoteActions.Words, OtherWords));
        cards["form-notes-share"] = await Next(NoteActions.ShareNext, (NoteActions.Words, Words));
        cards["form-notes-all"] = await Opened(NoteActions.ReadAll);
        room.Relationships.Clear();
        cards["form-notes-given-back"] = await Next(NoteActions.Save, (NoteActions.Words, Words));

        async Task<ShownCard> Opened(string action) => ShownCard.Of(await room.Open(Ana, action, At(Phase.Learn)), Written);

        async Task<ShownCard> Next(string action, params (string, string)[] more) => EveryCard.Only(await room.Submit(Ana, action, At(Phase.Learn, more)), Written);
    }

    /// <summary>What a form about this part of the first conversation carries.</summary>
    public static (string, string)[] At(Phase phase, params (string, string)[] more) => [.. Between.Ids, ("number", "1"), ("phase", phase.ToString()), .. more];

    private static async Task AddQuestions(SortedDictionary<string, ShownCard> cards, FlowRoom room)
    {
        cards["form-question"] = ShownCard.Of(await room.Open(Ana, QuestionActions.Ask, Between.Ids));
        cards["form-question-sent"] = EveryCard.Only(await room.Submit(Ana, QuestionActions.Send, [.. Between.Ids, (QuestionActions.Words, Words)]));
        cards["form-question-waits"] = ShownCard.Of(await room.Open(Ana, QuestionActions.Ask, Between.Ids), Written);
        cards["form-question-changed"] = EveryCard.Only(await room.Submit(Ana, QuestionActions.Send, [.. Between.Ids, (QuestionActions.Words, OtherWords)]), Written);
        cards["question-waiting"] = ShownCard.Of((await room.Routes.Mentions[QuestionNotices.Waiting](QuestionNotices.About(Between.Id, Ana), ReaderOf(Asked.Chidi), CancellationToken.None))!.Alone);
        cards["question-later"] = EveryCard.Only(await room.Press(Asked.Chidi, QuestionActions.Later, Between.Ids));
        cards["form-question-read"] = ShownCard.Of(await room.Open(Asked.Chidi, QuestionActions.Read, Between.Ids), Written);
        room.Relationships.Clear();
        cards["form-question-given-back"] = EveryCard.Only(await room.Submit(Ana, QuestionActions.Send, [.. Between.Ids, (QuestionActions.Words, Words)]), Written);
    }

    private static async Task AddExperiments(SortedDictionary<string, ShownCard> cards, FlowRoom room)
    {
        cards["form-try-none"] = EveryCard.Only(await room.Submit(Ana, ExperimentActions.ListNext, Between.Ids));
        cards["form-try"] = EveryCard.Only(await room.Submit(Ana, ExperimentActions.NewNext, Between.Ids));
        cards["form-try-no-day"] = EveryCard.Only(await room.Submit(Ana, ExperimentActions.Save, Try("try-1", Words, ("remind", "true"))));
        await room.Submit(Ana, ExperimentActions.Save, Try("try-1", Words, ("remind", "true"), ("day", "2026-03-06")));
        await room.Submit(Asked.Chidi, ExperimentActions.Save, Try("try-2", OtherWords));
        await room.Submit(Ana, ExperimentActions.Save, Try("try-3", Words, ("readers", "mine")));
        await room.Submit(Ana, ExperimentActions.Save, Try("try-4", Words));
        await room.Press(Ana, ExperimentActions.PutAway, Mine("try-4"));
        cards["form-try-list"] = EveryCard.Only(await room.Submit(Ana, ExperimentActions.ListNext, Between.Ids), Written);
        cards["form-try-read"] = ShownCard.Of(await room.Open(Ana, ExperimentActions.Read, Mine("try-1")), Written);
        cards["form-try-change"] = EveryCard.Only(await room.Submit(Ana, ExperimentActions.ChangeNext, Mine("try-1")), Written);
        cards["form-try-changed"] = EveryCard.Only(await room.Submit(Ana, ExperimentActions.Save, [.. Mine("try-1"), ("words", OtherWords)]), Written);
        cards["form-try-another-day"] = ShownCard.Of(await room.Open(Ana, ExperimentActions.DayForm, Mine("try-1")));
        cards["form-try-another-day-gone"] = EveryCard.Only(await room.Submit(
            Ana, ExperimentActions.SaveDay, [.. Mine("try-1"), ("seen", room.Experiments[new(Between.Id, null, new("try-1"))].Version), ("day", "2026-03-01")]));

        var reminder = Assert.IsType<Consequence.Tell>(room.Experiments.Consequences[0]);
        var notice = new Notice(reminder.Kind, Between.Id.Value, reminder.Subject, reminder.Occasion, Ana, null);
        Reader.Speak(ReaderOf(Ana).Culture);
        cards["try-reminder"] = ShownCard.Of((await room.Routes.Notices[reminder.Kind](notice, ReaderOf(Ana), CancellationToken.None))!.Card);
        cards["try-put-away"] = EveryCard.Only(await room.Press(Ana, ExperimentActions.PutAway, Mine("try-1")));
        room.Relationships.Clear();
        cards["form-try-given-back"] = EveryCard.Only(await room.Submit(Ana, ExperimentActions.Save, Try("try-5", Words)), Written);
    }

    /// <summary>A new one as its form sends it.</summary>
    public static (string, string)[] Try(string id, string words, params (string, string)[] more) =>
        [.. Between.Ids, ("experiment", id), ("whose", "new"), ("words", words), .. more, .. more.Any(one => one.Item1 == "readers") ? Array.Empty<(string, string)>() : [("readers", "both")]];

    public static (string, string)[] Mine(string id, string whose = "both") => [.. Between.Ids, ("experiment", id), ("whose", whose)];

    private static async Task AddMoments(SortedDictionary<string, ShownCard> cards, FlowRoom room)
    {
        cards["moment"] = EveryCard.Only(await room.Type(Ana, "log"));
        cards["moment-nothing-kept"] = EveryCard.Only(await room.Type(Ana, "log: " + Words));
        cards["form-moment"] = ShownCard.Of(await room.Open(Ana, MomentActions.Write));
        cards["form-moment-with-nobody"] = ShownCard.Of(await room.Open(Sam, MomentActions.Write));
        cards["form-moment-too-long"] = EveryCard.Only(await room.Submit(Ana, MomentActions.Keep, ("moment", "1"), ("words", new string('x', 1001)), ("readers", Between.Id.Value)));
        for (var number = 1; number <= 6; number++)
        {
            room.Clock.Advance(Duration.FromDays(1));
            var id = number.ToString("d2", System.Globalization.CultureInfo.InvariantCulture);
            await room.Submit(number == 6 ? Asked.Chidi : Ana, MomentActions.Keep, ("moment", id), ("words", Words), ("readers", Between.Id.Value));
        }

        cards["form-moments"] = ShownCard.Of(await room.Open(Ana, MomentActions.ReadAll), Written);
        cards["form-moments-earlier"] = EveryCard.Only(await room.Submit(Ana, MomentActions.ReadOn, ("after", "5")), Written);
    }
}
