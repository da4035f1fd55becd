using System.Globalization;
using MentorBot.Domain;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Sessions;
using MentorBot.Flows.Relationships;
using MentorBot.Flows.Sessions;
using MentorBot.Flows.Tests.Matching;
using MentorBot.Flows.Tests.Relationships;
using MentorBot.Flows.Turns;
using NodaTime;
using static MentorBot.Flows.Tests.FlowRoom;

namespace MentorBot.Flows.Tests.Sessions;

/// <summary>Chidi and Ana, with a conversation that begins in ten minutes.</summary>
internal sealed class Talk : IDisposable
{
    public FlowRoom Room { get; } = Between.Room();

    public Meetings Meetings
    {
        get => Room.Meetings[Between.Id];
        set => Room.Meetings[Between.Id] = value;
    }

    public Session Session
    {
        get => Meetings.Session!;
        set => Meetings = Meetings with { Session = value };
    }

    /// <summary>What says which conversation.</summary>
    public (string, string)[] Numbered => [.. Between.Ids, (SessionActions.Number, Text(Session.Number))];

    public async Task Begins()
    {
        Meetings = Meetings with { Booked = [new(1, 1, FlowRoom.Start + Meetings.CardBefore, 60, Ana)], Last = 1 };
        await Room.Get<IMeetings>().Decide(Between.Id, now => Passing.Tick(now, FlowRoom.Start), default);
    }

    /// <summary>What the buttons on somebody's card carry, and what it shows.</summary>
    public (string, string)[] Ids(PersonId who) => [.. Numbered, (SessionActions.Card, Text(Session.SeatOf(who)!.Card))];

    public (string, string)[] Turning(PersonId who, Phase from, Phase to) => [.. Ids(who), (SessionActions.Phase, from.ToString()), (SessionActions.To, to.ToString())];

    /// <summary>What somebody's card looks like when it is told.</summary>
    public Task<NoticeCard?> CardOf(PersonId who, int card) => Notified(SessionNotices.Card, who, SessionNotices.OfCard(Between.Id, 1, card));

    public Task<NoticeCard?> Notified(string kind, PersonId who, string subject)
    {
        var reader = ReaderOf(who);
        Reader.Speak(reader.Culture);
        return Room.Routes.Notices[kind](new(kind, Between.Id.Value, subject, "1", who, null), reader, default);
    }

    public void Dispose() => Room.Dispose();

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
