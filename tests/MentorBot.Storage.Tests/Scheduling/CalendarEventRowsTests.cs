using MentorBot.Domain.MyData;
using MentorBot.Domain.Scheduling;
using MentorBot.Storage.MyData;
using MentorBot.Storage.Relationships;
using MentorBot.Storage.Scheduling;
using MentorBot.Storage.Tests.Requests;
using NodaTime;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Scheduling;

/// <summary>What is written down of the events in somebody's mailbox.</summary>
public sealed class CalendarEventRowsTests : IDisposable
{
    private readonly MatchingRoom people = new();

    private CalendarEventRows Rows => new(people.Room.Records, Programme);

    public void Dispose() => people.Dispose();

    [Fact]
    public async Task An_event_is_intended_once_and_known_from_then_on()
    {
        Assert.Equal((new CalendarEvent(1, 0, null, null), true), await Rows.Intend(Ana, "pair-1", 1, default));
        Assert.Equal((new CalendarEvent(1, 0, null, null), false), await Rows.Intend(Ana, "pair-1", 1, default));

        Assert.True(await Rows.Made(Ana, "pair-1", 0, "event", default));
        Assert.Equal((new CalendarEvent(2, 0, "event", null), false), await Rows.Intend(Ana, "pair-1", 2, default));
        Assert.Null(await Rows.Intend(Ana, "pair-1", 1, default));
    }

    [Fact]
    public async Task After_a_removal_the_next_one_is_another_and_the_one_before_is_not_known_again()
    {
        await Rows.Intend(Ana, "pair-1", 3, default);
        Assert.Equal((null, people.Now), await Remove("pair-1"));
        Assert.False(await Rows.Made(Ana, "pair-1", 0, "late", default));
        Assert.False(await Rows.Lost(Ana, "pair-1", 0, default));

        Assert.Equal((new CalendarEvent(1, 1, null, null), true), await Rows.Intend(Ana, "pair-1", 1, default));
        await Rows.Made(Ana, "pair-1", 1, "event", default);
        Assert.Equal(("event", people.Now), await Remove("pair-1"));

        // Asked again, it is the same event, and since when.
        var since = people.Now;
        people.Room.Clock.Advance(Duration.FromHours(1));
        Assert.Equal(("event", since), await Remove("pair-1"));
    }

    [Fact]
    public async Task One_that_was_lost_makes_way_for_another_once()
    {
        await Rows.Intend(Ana, "pair-1", 1, default);
        await Rows.Made(Ana, "pair-1", 0, "event", default);

        Assert.True(await Rows.Lost(Ana, "pair-1", 0, default));
        Assert.False(await Rows.Lost(Ana, "pair-1", 0, default));
        Assert.Equal((new CalendarEvent(1, 1, null, null), false), await Rows.Intend(Ana, "pair-1", 1, default));
    }

    [Fact]
    public async Task Where_there_never_was_one_nothing_is_removed_nor_written()
    {
        Assert.Equal((null, null), await Remove("pair-1"));
        Assert.False(await Rows.Made(Ana, "pair-1", 0, "event", default));
        Assert.Empty(await people.Room.Keys(Of(Ana)));
    }

    [Fact]
    public async Task It_lies_with_the_relationship_is_told_to_its_owner_and_goes_when_that_is_erased()
    {
        var id = await people.AreTogether(Ana, Ben);
        var key = SchedulingNotices.KeyOf(id, 7);
        await Rows.Intend(Ana, key, 1, default);
        await Rows.Made(Ana, key, 0, "event", default);

        Assert.Equal([OfOne.Prefix(id) + "event-7"], await people.Room.Keys(Of(Ana), OfOne.Prefix(id)));
        var told = new List<OwnSection>();
        await foreach (var section in new OwnAppearanceData(people.Room.Appearances, Rows, people.Room.Relationships).Of(Ana, default))
            told.Add(section);
        Assert.Equal(new OwnValue("eventInMailbox", "event"), Assert.Single(Assert.Single(told).Values));
        await Remove(key);
        Assert.Empty(await Rows.Of(Ana, id, default));

        await people.Stops(Ana, id);
        await people.Later(Programme.ErasureDays);
        Assert.Empty(await people.Room.Keys(Of(Ana), OfOne.Prefix(id)));
    }

    [Fact]
    public async Task Who_is_forgotten_still_has_it_taken_out_of_their_mailbox_and_then_it_goes_as_well()
    {
        var id = await people.AreTogether(Ana, Ben);
        await Rows.Intend(Ana, SchedulingNotices.KeyOf(id, 1), 1, default);
        var forgetting = new ForgettingRows(people.Room.Records, Programme, people.Room.Clock);
        await forgetting.Begin(Ana, default);
        var step = new ForgetPerson(
            people.Room.Records, people.Room.KeysOf, forgetting, people.Room.Requests, people.Room.Offers, people.Room.Relationships, [], people.Room.Stories, Programme, people.Room.Clock);
        await step.Run(Ana.Value, "", default);

        Assert.Equal((null, people.Now), await Remove(SchedulingNotices.KeyOf(id, 1)));
        await people.Later(IForgetting.Notice.Days + 1);
        Assert.Empty(await people.Room.Keys(Of(Ana), OfOne.Prefix(id)));
    }

    private Task<(string? Id, Instant? Since)> Remove(string entry) => Rows.Remove(Ana, entry, people.Now, default);
}
