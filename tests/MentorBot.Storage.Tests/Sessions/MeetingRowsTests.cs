using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Tests.Requests;
using NodaTime;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Sessions;

public sealed class MeetingRowsTests : IDisposable
{
    private readonly MatchingRoom people = new();
    private RelationshipId id;

    private MeetingsOutcome last = new MeetingsOutcome.NotYours();

    public void Dispose() => people.Dispose();

    [Fact]
    public async Task Every_meetings_come_back_as_they_were_kept()
    {
        await AreTogether();
        Prop.ForAll(AnyMeetings.All.ToArbitrary(), meetings =>
        {
            Decides(_ => new(new MeetingsOutcome.AsItIs(null), true, meetings, [])).GetAwaiter().GetResult();
            return AnyMeetings.AreSame(meetings, people.Room.Meetings.Find(id, default).GetAwaiter().GetResult()!.Meetings);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public async Task Where_there_is_no_relationship_nothing_is_decided()
    {
        id = new("none");

        await Decides(now => Conducting.Begin(now, Ana, people.Now));

        Assert.Equal(new MeetingsOutcome.AsItIs(null), last);
        Assert.Null(await people.Room.Meetings.Find(id, default));
    }

    [Fact]
    public async Task Both_press_next_at_once_and_it_is_turned_once()
    {
        await BothTalk();

        await Decides(now =>
        {
            // Ben's press is faster: it is all through before this one, decided on the same state, is written.
            if (now.Meetings.Session!.Phase == Phase.Review)
                Decides(faster => Turns(faster, Ben, Phase.Review, Phase.Learn)).GetAwaiter().GetResult();
            return Turns(now, Ana, Phase.Review, Phase.Learn);
        });

        Assert.IsType<MeetingsOutcome.BothTurned>(last);
        Assert.Equal(Phase.Learn, Now.Session!.Phase);
    }

    [Fact]
    public async Task A_press_that_crosses_with_the_end_of_the_two_decides_nothing()
    {
        await BothTalk();
        var hasStopped = false;

        await Decides(now =>
        {
            if (!hasStopped)
                people.Stops(Ben, id).GetAwaiter().GetResult();
            hasStopped = true;
            return Turns(now, Ana, Phase.Review, Phase.Learn);
        });
        await people.Settles();

        Assert.IsType<MeetingsOutcome.AsItIs>(last);
        Assert.Equal((Phase.Review, SessionEnding.Stopped), (Now.Session!.Phase, Now.Session.Ending));
    }

    [Fact]
    public async Task The_cards_go_out_ten_minutes_before_and_close_overnight_by_themselves()
    {
        await AreTogether();
        var start = people.Now + Duration.FromHours(3);
        await Decides(now => Arranging.Book(now, Ben, 1, start, 60, default, people.Now));
        await people.Settles();
        Assert.Null(Now.Session);

        await people.Later(0, 3);
        Assert.Equal(["ana.lima", "ben.carter"], Told());
        Assert.True(Now.Session!.IsOpen);

        await people.Later(1);
        Assert.Equal(SessionEnding.Overnight, Now.Session.Ending);
        Assert.Equal(["ana.lima", "ana.lima", "ben.carter", "ben.carter"], Told());
    }

    [Fact]
    public async Task A_tick_that_runs_again_changes_nothing()
    {
        await BothTalk();
        var before = Now;

        await new Storage.Sessions.TickMeetings(people.Room.Meetings, people.Room.Clock).Run(id.Value, id.Value, default);

        Assert.Equal(before.Revision, Now.Revision);
    }

    private Meetings Now => people.Room.Meetings.Find(id, default).GetAwaiter().GetResult()!.Meetings;

    private async Task AreTogether() => id = await people.AreTogether(Ana, Ben);

    private async Task BothTalk()
    {
        await AreTogether();
        foreach (var who in new[] { Ana, Ben })
            await Decides(now => Conducting.Begin(now, who, people.Now));
    }

    private static Decision<Meetings, MeetingsOutcome> Turns(Together now, PersonId who, Phase from, Phase to) => Conducting.Turn(now, who, new(1, 1), from, to, isShown: true);

    private async Task Decides(Func<Together, Decision<Meetings, MeetingsOutcome>> decide) => last = await people.Room.Meetings.Decide(id, decide, default);

    private string[] Told() => [.. people.Room.Notices.Sent.Where(notice => notice.Kind == SessionNotices.Card).Select(notice => notice.Whom.Value).Order(StringComparer.Ordinal)];
}
