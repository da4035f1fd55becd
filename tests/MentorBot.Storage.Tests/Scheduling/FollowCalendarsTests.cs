using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Relationships;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Scheduling;
using MentorBot.Storage.Tests.Requests;
using MentorBot.Testing.Calendars;
using NodaTime;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Scheduling;

/// <summary>What is booked and what stands in both calendars: the same, however often anything is repeated.</summary>
public sealed class FollowCalendarsTests : IDisposable
{
    private readonly MatchingRoom people = new();

    private RelationshipId id;

    private Instant Tomorrow => people.Now + Duration.FromDays(1);

    public void Dispose() => people.Dispose();

    [Fact]
    public async Task What_is_booked_stands_in_both_calendars_once_without_the_others_name()
    {
        var start = await Book();

        var usual = new CalendarEntry($"{id.Value}-1", 1, start, 60, null, null);
        Assert.Equal(usual with { OpensMeeting = true }, Only(Ana));
        Assert.Equal(usual with { Join = CalendarsInMemory.MeetingOf(usual.Key) }, Only(Ben));
    }

    [Fact]
    public async Task Whose_calendar_shows_nothing_opens_no_meeting_for_the_other()
    {
        await Book();
        await Appears(Ana, Appearing.Nothing, null);

        Assert.Equal((false, null), (Only(Ben).OpensMeeting, Only(Ben).Join));
    }

    [Fact]
    public async Task Repeating_the_step_changes_nothing()
    {
        await Book();
        var before = Only(Ana);

        for (var time = 0; time < 3; time++)
            await Follow(1);
        Assert.Equal(before, Only(Ana));
    }

    [Fact]
    public async Task Moved_it_is_the_same_entry_elsewhere_and_cancelled_it_goes()
    {
        var start = await Book();
        await Decide(two => Arranging.Move(two, Ben, 1, 1, start + Duration.FromDays(1), 60, DayEdge.Nobody, people.Now));
        Assert.Equal((2, start + Duration.FromDays(1)), (Only(Ana).Version, Only(Ana).Start));

        await Decide(two => Arranging.Cancel(two, Ana, 1, 2));
        Assert.Empty(people.Room.Calendars.EntriesOf(Ana));
        Assert.Empty(people.Room.Calendars.EntriesOf(Ben));
        await Follow(1);
        Assert.Empty(people.Room.Calendars.EntriesOf(Ana));
    }

    /// <param name="after">How many calendars the process still wrote before it was killed.</param>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Killed_on_the_way_from_one_calendar_to_the_other_another_process_goes_on(int after)
    {
        id = await people.AreTogether(Ana, Ben);
        var start = Tomorrow;

        await KilledAfter(after, two => Arranging.Book(two, Ana, 1, start, 60, DayEdge.Nobody, people.Now));
        Assert.Equal(after, Starts().Length);
        await AnotherGoesOn();
        Assert.Equal([start, start], Starts());

        var later = start + Duration.FromDays(1);
        await KilledAfter(after, two => Arranging.Move(two, Ben, 1, 1, later, 60, DayEdge.Nobody, people.Now));
        Assert.Equal(after, Starts().Count(one => one == later));
        await AnotherGoesOn();
        Assert.Equal([later, later], Starts());

        await KilledAfter(after, two => Arranging.Cancel(two, Ana, 1, 2));
        Assert.Equal(2 - after, Starts().Length);
        await AnotherGoesOn();
        Assert.Empty(Starts());
    }

    [Fact]
    public async Task How_it_appears_is_each_ones_own_and_follows_when_it_is_changed()
    {
        await Book();
        await Appears(Ana, Appearing.Invitation, null);
        Assert.Equal((Ben, null), (Only(Ana).With, Only(Ben).With));

        await Appears(Ana, Appearing.Nothing, null);
        Assert.Empty(people.Room.Calendars.EntriesOf(Ana));
        Only(Ben);

        await Appears(Ana, Appearing.OwnBlock, Confidential.From("Between us"));
        Assert.Equal(Confidential.From("Between us"), Only(Ana).Subject);
        Assert.Null(Only(Ben).Subject);
        await Decide(two => Arranging.Move(two, Ben, 1, 1, Tomorrow + Duration.FromHours(5), 30, DayEdge.Nobody, people.Now));
        Assert.Equal(30, Only(Ana).Minutes);
    }

    [Fact]
    public async Task Out_of_order_it_is_written_once_the_calendar_is_back()
    {
        people.Room.Calendars.LoseReach(Ben);
        await Book();
        Assert.Empty(people.Room.Calendars.EntriesOf(Ben));

        people.Room.Calendars.Reach(Ben);
        await people.Later(0, hours: 1);
        Only(Ana);
        Only(Ben);
    }

    [Fact]
    public async Task A_calendar_that_is_out_of_reach_holds_up_no_other()
    {
        await Book();
        people.Room.Calendars.LoseReach(Ana);
        await Decide(two => Arranging.Cancel(two, Ana, 1, 1));
        Assert.Empty(people.Room.Calendars.EntriesOf(Ben));
        Only(Ana);

        people.Room.Calendars.Reach(Ana);
        await people.Later(0, hours: 1);
        Assert.Empty(people.Room.Calendars.EntriesOf(Ana));
    }

    [Fact]
    public async Task The_mentor_learns_how_to_join_once_the_mentees_calendar_is_back()
    {
        people.Room.Calendars.LoseReach(Ana);
        await Book();
        Assert.Null(Only(Ben).Join);

        people.Room.Calendars.Reach(Ana);
        await people.Later(0, hours: 1);
        Assert.Equal(CalendarsInMemory.MeetingOf(Only(Ana).Key), Only(Ben).Join);
    }

    [Fact]
    public async Task When_the_two_part_nothing_is_left_in_any_calendar()
    {
        await Book();
        await people.Stops(Ana, id);
        await people.Settles();

        Assert.Empty(people.Room.Calendars.EntriesOf(Ana));
        Assert.Empty(people.Room.Calendars.EntriesOf(Ben));
    }

    [Fact]
    public async Task What_has_begun_stays_where_it_was()
    {
        var start = await Book();
        people.Room.Clock.Advance(start - people.Now);
        await people.Settles();
        Assert.Empty((await people.Room.Meetings.Find(id, default))!.Meetings.Booked);

        await Follow(1);
        Only(Ana);
    }

    [Fact]
    public async Task Ones_own_subject_is_sealed_and_goes_with_the_relationship()
    {
        await Book();
        await Appears(Ana, Appearing.OwnBlock, Confidential.From("Between us"));
        Assert.Equal(new Appearance(1, Appearing.OwnBlock, Confidential.From("Between us")), await people.Room.Appearances.Find(Ana, id, default));
        Assert.Equal(Appearance.Usual, await people.Room.Appearances.Find(Ben, id, default));
        var row = Assert.Single(await people.Room.Rows.Prefix(Of(Ana), OfOne.Prefix(id) + "appearance", default));
        Assert.DoesNotContain("Between us", System.Text.Encoding.UTF8.GetString(row.BytesIfAny("subject")!), StringComparison.Ordinal);

        await people.Stops(Ana, id);
        await people.Later(Programme.ErasureDays);
        Assert.Empty(await people.Room.Keys(Of(Ana), OfOne.Prefix(id)));
    }

    [Fact]
    public async Task The_same_choice_again_is_no_change()
    {
        await Book();
        await Appears(Ana, Appearing.Invitation, null);
        await Appears(Ana, Appearing.Invitation, null);

        Assert.Equal(1, (await people.Room.Appearances.Find(Ana, id, default)).Revision);
    }

    [Fact]
    public async Task Times_that_nobody_chooses_go_by_themselves_and_look_again_comes()
    {
        id = await people.AreTogether(Ana, Ben);
        Assert.NotNull((await people.Room.Meetings.Find(id, default))!.Meetings.Times);

        await people.Later(4);
        Assert.Null((await people.Room.Meetings.Find(id, default))!.Meetings.Times);
        await Decide(two => Offering.LookAgain(two, Ana, people.Now));
        await people.Later(14);
        Assert.NotNull((await people.Room.Meetings.Find(id, default))!.Meetings.Times);
    }

    private async Task<Instant> Book()
    {
        id = await people.AreTogether(Ana, Ben);
        var start = Tomorrow;
        await Decide(two => Arranging.Book(two, Ana, 1, start, 60, DayEdge.Nobody, people.Now));
        return start;
    }

    private async Task Decide(Func<Together, Decision<Meetings, MeetingsOutcome>> decide)
    {
        Assert.IsType<MeetingsOutcome.Done>(await people.Room.Meetings.Decide(id, decide, default));
        await people.Settles();
    }

    private async Task Appears(PersonId person, Appearing appears, Confidential? subject)
    {
        await people.Room.Appearances.Save(person, id, appears, subject, default);
        await people.Settles();
    }

    private Task Follow(int number) => people.Room.FollowCalendars.Run(id.Value, SchedulingNotices.Numbered(id, number), default);

    private CalendarEntry Only(PersonId person) => Assert.Single(people.Room.Calendars.EntriesOf(person));

    /// <summary>What stands in the two calendars, one entry after the other.</summary>
    private Instant[] Starts() => [.. new[] { Ana, Ben }.SelectMany(person => people.Room.Calendars.EntriesOf(person)).Select(entry => entry.Start)];

    private async Task KilledAfter(int written, Func<Together, Decision<Meetings, MeetingsOutcome>> decide)
    {
        Assert.IsType<MeetingsOutcome.Done>(await people.Room.Meetings.Decide(id, decide, default));
        using var death = new CancellationTokenSource();
        using var killed = new StorageRoom(
            people.Room, [new FollowCalendars(people.Room.Meetings, people.Room.Appearances, new LastCalendars(people.Room.Calendars, written, death))]);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => killed.Postman.Deliver(PartitionOf.Relationship(Contoso, id.Value), death.Token));
    }

    /// <summary>Not before the lease of the dead one has passed.</summary>
    private async Task AnotherGoesOn()
    {
        using var next = new StorageRoom(people.Room, isWhole: true);
        var before = Starts();
        await next.Worker.RunUntilIdle(default);
        Assert.Equal(before, Starts());

        people.Room.Clock.Advance(Postman.Lease + Duration.FromSeconds(1));
        await next.Worker.RunUntilIdle(default);
    }

    /// <summary>Those that a process writes which is killed after that many.</summary>
    private sealed class LastCalendars(ICalendars inner, int left, CancellationTokenSource death) : ICalendars
    {
        private int left = left;

        public bool ShowsOwnSubject => inner.ShowsOwnSubject;

        public Task<string> TextOf(CalendarEntry entry, CancellationToken cancellationToken) => inner.TextOf(entry, cancellationToken);

        public Task<ImmutableArray<CalendarReading>> Read(ImmutableArray<PersonId> people, Interval within, CancellationToken cancellationToken) =>
            inner.Read(people, within, cancellationToken);

        public async Task<Uri?> Put(PersonId person, CalendarEntry entry, CancellationToken cancellationToken)
        {
            var join = await inner.Put(person, entry, cancellationToken);
            await Written();
            return join;
        }

        public async Task Remove(PersonId person, string entry, CancellationToken cancellationToken)
        {
            await inner.Remove(person, entry, cancellationToken);
            await Written();
        }

        private async Task Written()
        {
            if (--left > 0)
                return;
            await death.CancelAsync();
            death.Token.ThrowIfCancellationRequested();
        }
    }
}
