using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Wishes;
using MentorBot.Flows.Requests;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Matching;

/// <summary>Chidi asks, Ana is asked.</summary>
internal static class Asked
{
    public const string Words = "Nothing is *broken*, I just wonder what comes next.\nشكرا 🙂";
    public const string Line = "What do you do when a plan is _broken_?";

    public static readonly PersonId Chidi = new("chidi.obi");
    public static readonly RequestId Id = new("0193b0c0d5f87a3e9c1d2e3f40516274");
    public static readonly MatchId Match = new("0193b0c0d5f87a3e9c1d2e3f40516275");

    public static readonly RequestForm Form = new(
        Confidential.From(Words), [HelpWanted.SomeoneToThinkWith, HelpWanted.Direction], ["craft", "change", RequestForm.SomethingElse], HowSoon.NextWeeks, Pace.AFewConversations,
        null, AtEaseWith.Anyone, ["en", "ig"], WayOfMeeting.WalkOrPhone, NeverList.Nobody, Confidential.From(Line), CoordinatorMayRead: false, []);

    public static readonly Instant Until = FlowRoom.Start + Duration.FromDays(7);

    /// <summary>The next day at ten, in Lisbon.</summary>
    public static readonly MeetingTime Time = new(FlowRoom.Start + Duration.FromHours(26), 60);

    /// <summary>Where it is pressing.</summary>
    public static readonly ImmutableArray<MeetingTime> ShortTimes =
        [.. new[] { 27, 30, 51 }.Select(hours => new MeetingTime(FlowRoom.Start + Duration.FromHours(hours), 20))];

    /// <summary>What a button about the question carries.</summary>
    public static readonly (string, string)[] Ids =
        [(RequestActions.Person, Chidi.Value), (RequestActions.Request, Id.Value), (RequestActions.Match, Match.Value)];

    public static RequestState.Asking Waiting(bool reminded = false, bool asEquals = false, bool isSoon = false, params ImmutableArray<MeetingTime> times) => new(
        Match, Ana, [new Proposal(Ana, [new Reason(asEquals ? ReasonKind.LooksToo : ReasonKind.HasTime, 1)])], Until, reminded ? null : Until - Duration.FromDays(4), null, times.IsDefault ? [] : times, isSoon);

    public static RequestState.Accepted SaidYes => new(Match, Ana, FlowRoom.Start, ByTurns: false);

    public static Request In(RequestState state, RequestForm? form = null, InvitedAs? invited = null) => new(
        Id, Chidi, 4, 2, invited is null ? form ?? Form : Form with { Words = null, Help = [], Themes = [] }, state, FlowRoom.Start, PersonOf(Chidi).Zone, [], OpenToPeers: false, invited, null);

    /// <summary>Ana has the question before her, and room for it.</summary>
    public static FlowRoom Room(RequestState? state = null)
    {
        var room = new FlowRoom();
        room.Requests.Put(In(state ?? Waiting()));
        room.Mentors.Add(Cards.EveryCard.MentorIn(Ana, MentorStanding.Open, Domain.Offers.Places.Two) with { Reserved = [Match], Asked = [new(Match, Chidi, Id)] });
        return room;
    }
}
