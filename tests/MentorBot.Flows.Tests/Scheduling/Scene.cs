using MentorBot.Domain;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Tests.Matching;
using MentorBot.Flows.Tests.Relationships;
using MentorBot.Flows.Turns;
using Newtonsoft.Json.Linq;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Scheduling;

/// <summary>Ana mentors Chidi. They press what is on their cards, by its title.</summary>
internal sealed class Scene : IDisposable
{
    public static readonly PersonId Chidi = Asked.Chidi;

    /// <summary>A Tuesday afternoon on which both work.</summary>
    public static readonly Instant Tuesday = FlowRoom.Start + Duration.FromHours(30);

    public FlowRoom Room { get; } = Between.Room();

    public Meetings Meetings => Room.Meetings[Between.Id];

    public Together Together => new(Room.Relationships[Between.Id], Meetings);

    public void Dispose() => Room.Dispose();

    /// <summary>Booked by somebody, from now on.</summary>
    public Booking Book(PersonId by, Instant start, int minutes = 60)
    {
        Room.Meetings[Between.Id] = Arranging.Book(Together, by, Meetings.Last + 1, start, minutes, DayEdge.Nobody, Room.Clock.GetCurrentInstant()).Next!;
        return Meetings.Find(Meetings.Last)!;
    }

    /// <summary>The card that comes of typing or pressing.</summary>
    public static JObject CardOf(Answer answer) => answer switch
    {
        Answer.Posts { Cards: [var card] } => CardAttachment.Json(card),
        Answer.Becomes becomes => CardAttachment.Json(becomes.Card),
        Answer.Opens opens => CardAttachment.Json(opens.Form.Card),
        _ => throw new InvalidOperationException($"No card in {answer}."),
    };

    public async Task<JObject> Times(PersonId who) => CardOf(await Room.Press(who, Flows.Scheduling.SchedulingActions.Find, Between.Ids));

    /// <summary>Stands for the title of the first time on a card, which is that time.</summary>
    public const string FirstTime = "the first time";

    /// <summary>Presses the button with this title; the first one, where there are several.</summary>
    public async Task<Answer> Press(PersonId who, JObject card, string title, params (string Name, string Value)[] typed)
    {
        var button = card.SelectTokens("$..actions[*]").OfType<JObject>().First(one => title == FirstTime ? IsTime(one) : (string?)one["title"] == title);
        var data = ((JObject)button["data"]!).Properties().Where(one => one.Value.Type == JTokenType.String && one.Name != "action").Select(one => (one.Name, (string)one.Value!));
        var id = (string)button["data"]!["action"]!;
        var submission = Of([.. data, .. typed]);
        var handlers = Room.Routes.Presses.GetValueOrDefault(id) ?? Room.Routes.Forms.GetValueOrDefault(id) ?? Room.Routes.Submissions[id];
        var turn = Room.TurnOf(who);
        return await Room.Get<Conversations>().Follow(turn, await handlers(turn, submission, CancellationToken.None), id, CancellationToken.None);
    }

    /// <summary>How many times there are to choose from.</summary>
    public static int TimesOn(JObject card) => card.SelectTokens("$..actions[*]").OfType<JObject>().Count(one => IsTime(one) && !one.Path.Contains("fallback", StringComparison.Ordinal));

    public static IEnumerable<string> Texts(JObject card) => card.SelectTokens("$..text").Select(text => (string)text!);

    public static IEnumerable<string> Titles(JObject card) => card.SelectTokens("$..actions[*].title").Where(title => !title.Path.Contains("fallback", StringComparison.Ordinal)).Select(title => (string)title!);

    /// <summary>What the last decision told somebody, as the card they get.</summary>
    public async Task<NoticeCard?> Told(PersonId whom, string kind)
    {
        var tell = Room.Meetings.Consequences.OfType<Consequence.Tell>().Last(one => one.Kind == kind && one.Whom == whom);
        Reader.Speak(ReaderOf(whom).Culture);
        return await Room.Routes.Notices[kind](new(tell.Kind, Between.Id.Value, tell.Subject, tell.Occasion, whom, null), ReaderOf(whom), CancellationToken.None);
    }

    public async Task<JObject> ToldCard(PersonId whom, string kind) => CardAttachment.Json((await Told(whom, kind))!.Card);

    private static bool IsTime(JObject button) => (string?)button["data"]?["action"] == Flows.Scheduling.SchedulingActions.Choose;
}
