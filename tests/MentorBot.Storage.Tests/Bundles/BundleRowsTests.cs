using MentorBot.Domain.Bundles;
using MentorBot.Domain.Profiles;
using NodaTime;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Bundles;

public sealed class BundleRowsTests : IDisposable
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 0);
    private static readonly Instant Tuesday = Instant.FromUtc(2026, 3, 3, 8, 0);

    private readonly BundleRoom room = new();

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task A_bundle_comes_back_as_it_was_written()
    {
        var bundle = new Bundle(
            Ben,
            HowMuch.NothingForAMonth,
            Monday,
            new(new(17, 30), new(9, 15)),
            [new("questions.waiting", "r1 12", "3"), new("agreements.aims", "r,2;x/y", "")],
            7,
            [new(6, Monday, [new("a", "r1", "1"), new("b", "r 2", "2")]), new(7, Tuesday, [new("c", "r3", "1")])]);

        await room.Rows.Decide(Ben, _ => new(bundle, true, bundle, []), default);
        var found = await room.Rows.Find(Ben, default);

        Assert.Equal(bundle with { Waiting = found.Waiting, Sent = found.Sent }, found);
        Assert.Equal<Thing>(bundle.Waiting, found.Waiting);
        Assert.Equal(bundle.Sent.Select(sent => (sent.Number, sent.At)), found.Sent.Select(sent => (sent.Number, sent.At)));
        Assert.Equal(bundle.Sent.SelectMany(sent => sent.Things), found.Sent.SelectMany(sent => sent.Things));
    }

    [Fact]
    public async Task What_was_never_written_has_nothing_in_it()
    {
        var found = await room.Rows.Find(Ben, default);

        Assert.Equal(Bundle.Of(Ben) with { Waiting = found.Waiting, Sent = found.Sent }, found);
        Assert.Empty(found.Waiting);
    }

    [Fact]
    public async Task What_comes_together_goes_out_the_next_morning_in_one_message()
    {
        await room.Mentions("r1");
        await room.Mentions("r2");
        await room.Until(Tuesday - Duration.FromMinutes(1));
        Assert.Empty(room.Room.Notices.Sent);

        await room.Until(Tuesday);

        var notice = Assert.Single(room.Room.Notices.Sent);
        Assert.Equal((BundleNotices.Bundle, "ben.carter 1", Ben), (notice.Kind, notice.Subject, notice.Whom));
        Assert.Equal(["r1", "r2"], (await room.Rows.Find(Ben, default)).Sent.Single().Things.Select(thing => thing.About));
    }

    [Fact]
    public async Task What_became_moot_is_not_mentioned_and_where_nothing_is_left_nothing_is_sent()
    {
        await room.Mentions("r1");
        room.Moot.Add("r1");
        await room.Until(Tuesday);

        Assert.Empty(room.Room.Notices.Sent);
        Assert.Equal(0, (await room.Rows.Find(Ben, default)).Last);
        Assert.Empty(await room.Room.Keys(Of(Ben), "outbox-"));
    }

    [Fact]
    public async Task A_step_that_is_taken_again_mentions_nothing_twice()
    {
        await room.Mentions("r1");
        await room.Until(Tuesday);
        await room.Mentions("r1");
        await room.Until(Tuesday + Duration.FromDays(30));

        Assert.Single(room.Room.Notices.Sent);
    }

    [Fact]
    public async Task The_hours_are_those_of_the_zone_that_the_persons_client_reported_last()
    {
        await room.Room.Profiles.Change(Ben, profile => profile with { Zone = DateTimeZoneProviders.Tzdb["Asia/Tokyo"] }, default);
        await room.Mentions("r1");

        await room.Until(Tuesday - Duration.FromHours(9));

        Assert.Single(room.Room.Notices.Sent);
    }

    [Fact]
    public async Task Who_wants_to_hear_nothing_at_all_is_not_told_later_either()
    {
        await room.Room.Profiles.Change(Ben, profile => profile with { IsSilent = true }, default);
        Assert.True((await room.Room.Profiles.Find(Ben, default))!.IsSilent);
        await room.Mentions("r1");
        await room.Room.Profiles.Change(Ben, profile => profile with { IsSilent = false }, default);

        await room.Until(Tuesday + Duration.FromDays(30));

        Assert.Empty(room.Room.Notices.Sent);
    }
}
