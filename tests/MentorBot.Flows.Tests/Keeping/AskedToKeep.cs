using MentorBot.Domain;
using MentorBot.Domain.Keeping;
using MentorBot.Domain.Notes;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Keeping;
using MentorBot.Flows.Tests.Matching;
using MentorBot.Flows.Tests.Relationships;
using MentorBot.Flows.Turns;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Keeping;

/// <summary>Ana and Chidi talked and noted something; this morning both are asked what to keep.</summary>
internal static class AskedToKeep
{
    public const int Number = 1;
    public const string OfAna = "Ask *first*, then listen!";
    public const string OfChidi = "Say no _once_ a week";
    public const string Text = "We said: no, once a week!\nشكرا 🙂";

    public static readonly PersonId Chidi = Asked.Chidi;

    /// <summary>What a button about it carries.</summary>
    public static readonly (string, string)[] Ids = [.. Between.Ids, ("number", "1")];

    public static FlowRoom Room(bool hasNotes = true)
    {
        var room = Between.Room();
        if (hasNotes)
        {
            Notes(room, Ana, OfAna, Phase.Learn);
            Notes(room, Chidi, OfChidi, Phase.Learn);
            Notes(room, Chidi, "Try it on Friday", Phase.Apply);
        }

        room.Decide((pair, keep) => Drafting.Begin(pair, keep, Number, room.Clock.GetCurrentInstant()));
        return room;
    }

    public static Confidential Words(string words) => Confidential.From(words)!;

    public static Keep Keep(this FlowRoom room) => room.Keeping.Shared[(Between.Id, Number)];

    public static OwnLines Own(this FlowRoom room, PersonId who) => room.Keeping.Own(who, Between.Id, Number, default).Result;

    public static void Decide(this FlowRoom room, Func<Domain.Relationships.Relationship?, Keep?, Decision<Keep, KeepOutcome>> decide) =>
        Assert.IsType<KeepOutcome.Done>(room.Keeping.Decide(Between.Id, Number, decide, default).Result);

    public static void Shows(this FlowRoom room, PersonId who, string words) =>
        room.Decide((pair, keep) => Drafting.Show(pair, keep, who, keep!.OnTable, keep.Of(who).Draft?.Number ?? 0, Words(words), false, room.Clock.GetCurrentInstant()));

    public static void SaysFine(this FlowRoom room, PersonId who) => room.Decide((pair, keep) => Approving.Fine(pair, keep, who, keep!.OnTable, false));

    public static void SaysRatherNot(this FlowRoom room, PersonId who) => room.Decide((pair, keep) => Approving.RatherNot(pair, keep, who, keep!.OnTable));

    public static void Ends(this FlowRoom room)
    {
        room.Clock.Advance(room.Keep().Until - room.Clock.GetCurrentInstant());
        room.Decide((pair, keep) => Approving.Tick(pair, keep, room.Clock.GetCurrentInstant()));
        room.Keeping.BringHome(Between.Id, Number, default).Wait();
    }

    /// <summary>The draft form as it is sent by somebody who saw how it is now.</summary>
    public static Task<Answer> Sends(this FlowRoom room, PersonId who, string action, string? both = null, string? alone = null, int? seen = null, int? own = null, int? draft = null) =>
        room.Submit(who, action, [.. room.Seen(seen), ("own", FoundKeep.Text(own ?? room.Own(who).Revision)), ("drafted", FoundKeep.Text(draft ?? room.Keep().Of(who).Draft?.Number ?? 0)), .. Field("both", both), .. Field("alone", alone)]);

    /// <summary>A form about the text on the table, as it is sent by somebody who saw that one.</summary>
    public static Task<Answer> Says(this FlowRoom room, PersonId who, string action, string? both = null, int? seen = null) =>
        room.Submit(who, action, [.. room.Seen(seen), .. Field("both", both)]);

    public static async Task<NoticeCard?> Told(this FlowRoom room, PersonId whom, int? card = null)
    {
        var notice = new Notice(KeepingNotices.Card, Between.Id.Value, SessionNotices.OfCard(Between.Id, Number, card ?? room.Keep().Of(whom).Card), "1", whom, "1");
        Reader.Speak(ReaderOf(whom).Culture);
        return await room.Routes.Notices[notice.Kind](notice, ReaderOf(whom), CancellationToken.None);
    }

    public static string Json(Answer answer) => CardAttachment.Json(answer switch
    {
        Answer.Opens opens => opens.Form.Card,
        Answer.Becomes becomes => becomes.Card,
        _ => throw new InvalidOperationException($"No card in {answer}."),
    }).ToString();

    private static (string, string)[] Seen(this FlowRoom room, int? seen) => [.. Ids, ("revision", FoundKeep.Text(seen ?? room.Keep().OnTable))];

    private static (string, string)[] Field(string name, string? words) => words is null ? [] : [(name, words)];

    private static void Notes(FlowRoom room, PersonId author, string words, Phase phase) =>
        room.Notes.Both[(Between.Id, Number, phase, author)] = new Note(Between.Id, Number, phase, author, 1, Words(words), FlowRoom.Start);
}
