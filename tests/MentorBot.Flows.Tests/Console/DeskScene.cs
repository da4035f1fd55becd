using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Wishes;
using MentorBot.Flows.Cards;
using MentorBot.Flows.Console;
using MentorBot.Flows.Requests;
using MentorBot.Flows.Turns;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Console;

/// <summary>People who wait, and people who mentor, in front of the coordinator's desk.</summary>
internal sealed class DeskScene : IDisposable
{
    public const string Words = "Fifteen years of *broken* releases!";

    public static readonly Answer NotYours = new Answer.Says("This card was meant for somebody else. Type “where am I” to see yours.");

    public static readonly Answer OldCard = new Answer.Says("This card is from earlier and things have moved on. Type “where am I” to see where you are now.");

    public static readonly PersonId Chidi = new("chidi.obi");
    public static readonly PersonId Eva = new("eva.meijer");
    public static readonly PersonId Kim = new("kim.nguyen");
    public static readonly PersonId Tomas = new("tomas.novak");

    /// <summary>The head of the department of both who look after the programme.</summary>
    public static readonly PersonId Aisha = new("aisha.rahman");

    public static readonly RequestForm Wish = new(
        Confidential.From(Words), [HelpWanted.Advice, HelpWanted.Direction], ["craft", "leading", RequestForm.InPerson], HowSoon.NextWeeks, Pace.AFewConversations,
        null, AtEaseWith.DifferentWork, ["en"], WayOfMeeting.Any, NeverList.Nobody, null, CoordinatorMayRead: false, []);

    public static readonly Instant OutAt = FlowRoom.Start + Duration.FromDays(2);

    public FlowRoom Room { get; } = new();

    public void Dispose() => Room.Dispose();

    public static RequestId IdOf(PersonId person) => new("request-of-" + person.Value);

    public static Proposal Proposed(PersonId mentor, params ImmutableArray<Reason> reasons) => new(mentor, reasons);

    /// <param name="people">Those on the card; Eva alone where nobody is named.</param>
    public static (string, string)[] Card(PersonId person, params IEnumerable<PersonId> people) =>
        [(RequestActions.Request, IdOf(person).Value), (RequestActions.Person, person.Value), (ConsoleActions.People, string.Join(',', people.DefaultIfEmpty(Eva)))];

    /// <summary>Somebody is looked for, since so many days.</summary>
    public Request Looks(PersonId person, int days = 3, RequestForm? form = null) =>
        Put(person, new RequestState.Looking(FlowRoom.Start + Duration.FromDays(1), OutAt, Told: false), days, form);

    /// <summary>Somebody has people who were found for them.</summary>
    public Request Waits(PersonId person, int days = 3, RequestForm? form = null, params ImmutableArray<Proposal> people) =>
        Put(person, new RequestState.Proposed(people.IsEmpty ? [Proposed(Eva), Proposed(Chidi)] : people, OutAt, Held: false), days, form);

    public Request Put(PersonId person, RequestState state, int days = 3, RequestForm? form = null)
    {
        var request = new Request(IdOf(person), person, 1, 1, form ?? Wish, state, FlowRoom.Start - Duration.FromDays(days), PersonOf(person).Zone, [], OpenToPeers: false, null, null);
        Room.Requests.Put(request);
        return request;
    }

    public void Change(PersonId person, Func<Request, Request> how) => Room.Requests.Put(how(Room.Requests[IdOf(person)]));

    public Request Now(PersonId person) => Room.Requests[IdOf(person)];

    public void Mentors(PersonId person, Places places = Places.Three, params ImmutableArray<PersonId> mentees) => Room.Mentors.Add(Mentor.Unknown(person) with
    {
        Standing = MentorStanding.Open,
        Offers = new([Help.Advice], ["craft"], places, Pace.SeeAfterTheFirst, AtEaseWith.Anyone, ["en"], WayOfMeeting.Any, AtShortNotice: false, NeverList.Nobody),
        Taken = [.. mentees.Select(mentee => new TakenPlace(new("match-" + mentee.Value), mentee))],
        Begun = mentees.Length,
    });

    /// <summary>All that an answer shows.</summary>
    public static string Shown(Answer answer) => answer switch
    {
        Answer.Becomes becomes => CardAttachment.Json(becomes.Card).ToString(),
        Answer.Posts posts => string.Join('\n', posts.Cards.Select(card => CardAttachment.Json(card).ToString())),
        Answer.Opens opens => opens.Form.Title + CardAttachment.Json(opens.Form.Card),
        Answer.Says says => says.Sentence,
        _ => "",
    };
}
