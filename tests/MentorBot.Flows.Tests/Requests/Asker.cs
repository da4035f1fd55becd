using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Wishes;
using MentorBot.Flows.Requests;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Requests;

/// <summary>Ana asks; Chidi, Eva and Jo mentor.</summary>
internal static class Asker
{
    public const string Words = "The *broken* night shifts wear me out.\nشكرا 🙂";
    public const string Line = "I broken-heartedly think of leaving.";

    public static readonly PersonId Chidi = new("chidi.obi");
    public static readonly PersonId Eva = new("eva.meijer");
    public static readonly PersonId Jo = new("jo.davies");

    public static readonly RequestId Id = new("0193b0c0d5f87a3e9c1d2e3f40516299");
    public static readonly MatchId Match = new("0193b0c0d5f87a3e9c1d2e3f40516300");
    public static readonly RelationshipId Ended = new("0193b0c0d5f87a3e9c1d2e3f40516301");

    /// <summary>A Monday evening, a week after the start.</summary>
    public static readonly Instant Later = FlowRoom.Start + Duration.FromDays(7) + Duration.FromHours(10);

    public static readonly (string, string) Of = (RequestActions.Request, Id.Value);

    public static readonly RequestForm Form = new(
        Confidential.From(Words), [HelpWanted.SomeoneToThinkWith, HelpWanted.Direction], ["craft", RequestForm.SomethingElse], HowSoon.NextWeeks, Pace.AFewConversations,
        null, AtEaseWith.DifferentWork, ["en"], WayOfMeeting.WalkOrPhone, NeverList.Of([Sam]), Confidential.From(Line), CoordinatorMayRead: false, []);

    private static readonly OfferForm Offer = new(
        [Help.SomeoneToThinkWith], ["craft"], Places.One, Pace.AFewConversations, Confidential.From(Words), AtEaseWith.Anyone, ["en"], WayOfMeeting.WalkOrPhone,
        AtShortNotice: false, NeverList.Nobody, OwnWish: true);

    /// <summary>Three people, each with other reasons.</summary>
    public static readonly ImmutableArray<Proposal> Three =
    [
        new(Jo, []),
        new(Chidi,
        [
            new(ReasonKind.Theme, 20, "craft"), new(ReasonKind.Help, 15, nameof(HelpWanted.SomeoneToThinkWith)), new(ReasonKind.DifferentWork, 8),
            new(ReasonKind.SharedHours, 6, "7"),
        ]),
        new(Eva, [new(ReasonKind.Language, 5, "nl"), new(ReasonKind.Meeting, 4, nameof(WayOfMeeting.WalkOrPhone)), new(ReasonKind.HasTime, 3)]),
    ];

    public static readonly RequestState.Choosing ChooseOne = new(Three, Later, Later - Duration.FromDays(3));

    public static Request In(RequestState state, RequestForm? form = null, InvitedAs? invited = null) =>
        new(Id, Ana, 3, 1, form ?? Form, state, FlowRoom.Start, PersonOf(Ana).Zone, [], OpenToPeers: false, invited, null);

    public static RequestState.Asking Asking(Instant? tellAt = null, bool isSoon = false, params ImmutableArray<MeetingTime> times) =>
        new(Match, Chidi, Three, Later, null, tellAt, times.IsDefault ? [] : times, isSoon);

    public static Relationship Before(RelationshipState state) => new(
        Ended, Ana, Chidi, ByTurns: false, 4, Form with { NotThese = NeverList.Nobody, Line = null }, FlowRoom.Start - Duration.FromDays(90),
        FlowRoom.Start - Duration.FromDays(60), PersonOf(Ana).Zone, state);

    /// <summary>Chidi, Eva and Jo mentor, one person each.</summary>
    public static FlowRoom Room()
    {
        var room = new FlowRoom();
        foreach (var person in new[] { Chidi, Eva, Jo })
        {
            room.Offers[person] = new(new("0193b0c0d5f87a3e9c1d2e3f405162a" + room.Mentors.Count), person, 2, Offer, new OfferState.Open(Noor), PersonOf(person).Zone);
            room.Mentors.Put(Mentor.Unknown(person) with { Standing = MentorStanding.Open, Offers = Offered.Of(Offer) });
        }

        return room;
    }
}
