using MentorBot.Domain.Profiles;
using MentorBot.Storage.Rows;
using NodaTime;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Profiles;

public sealed class ProfileRowsTests : IDisposable
{
    private static readonly Profile Full = new(
        Ana, new Reach("https://example.com/teams/", "msteams", "a:conversation", "29:ana", "28:bot"), "pt-BR", DateTimeZoneProviders.Tzdb["Europe/Lisbon"], true, "offers", true);

    private readonly StorageRoom room = new();

    public void Dispose() => room.Dispose();

    [Fact]
    public async Task Nobody_has_a_profile_before_they_came() => Assert.Null(await room.Profiles.Find(Ana, default));

    [Fact]
    public async Task A_profile_comes_back_as_it_was_kept_full_or_empty()
    {
        Assert.Equal(Full, await room.Profiles.Change(Ana, _ => Full, default));
        Assert.Equal(Full, await room.Profiles.Find(Ana, default));

        await room.Profiles.Change(Ana, _ => Profile.Of(Ana), default);
        Assert.Equal(Profile.Of(Ana), await room.Profiles.Find(Ana, default));
        Assert.Null(await room.Profiles.Find(Ben, default));
    }

    [Fact]
    public async Task It_is_written_only_when_something_differs()
    {
        await room.Profiles.Change(Ana, _ => Full, default);
        room.Watched.Forget();

        await room.Profiles.Change(Ana, found => found with { Locale = "pt-BR" }, default);
        Assert.Equal(["get People profile"], room.Watched.Calls);

        await room.Profiles.Change(Ana, found => found with { Locale = "en" }, default);
        Assert.Equal("transact People profile", room.Watched.Calls[^1]);
    }

    [Fact]
    public async Task Of_two_changes_at_once_both_stay()
    {
        await room.Profiles.Change(Ana, _ => Full, default);
        room.Rows.BeforeTransact = async _ =>
        {
            room.Rows.BeforeTransact = _ => Task.CompletedTask;
            await room.Profiles.Change(Ana, found => found with { OpenDialog = null }, default);
        };

        var changed = await room.Profiles.Change(Ana, found => found with { Misunderstood = false }, default);

        Assert.Equal(Full with { OpenDialog = null, Misunderstood = false }, changed);
        Assert.Equal(changed, await room.Profiles.Find(Ana, default));
    }

    [Fact]
    public async Task Two_first_contacts_at_once_make_one_profile()
    {
        room.Rows.BeforeTransact = async _ =>
        {
            room.Rows.BeforeTransact = _ => Task.CompletedTask;
            await room.Profiles.Change(Ana, found => found with { Locale = "nl" }, default);
        };

        await room.Profiles.Change(Ana, found => found with { Welcomed = true }, default);

        Assert.Equal(Profile.Of(Ana) with { Locale = "nl", Welcomed = true }, await room.Profiles.Find(Ana, default));
    }

    [Fact]
    public async Task Somebody_is_welcomed_once_however_often_Teams_tells_of_it()
    {
        await room.Profiles.Welcome(Ana, default);
        await room.Profiles.Welcome(Ana, default);
        await room.Worker.RunUntilIdle(default);
        await room.Profiles.Welcome(Ana, default);
        await room.Worker.RunUntilIdle(default);

        var notice = Assert.Single(room.Notices.Sent);
        Assert.Equal((IProfiles.Hello, Ana, "ana.lima"), (notice.Kind, notice.Whom, notice.Subject));
    }

    [Fact]
    public async Task Somebody_who_took_the_bot_away_is_welcomed_when_they_are_back()
    {
        await room.Profiles.Welcome(Ana, default);
        await room.Worker.RunUntilIdle(default);
        await room.Profiles.Change(Ana, found => found with { Welcomed = false }, default);

        await room.Profiles.Welcome(Ana, default);
        await room.Worker.RunUntilIdle(default);

        Assert.Equal(2, room.Notices.Sent.Count);
    }

    [Fact]
    public async Task A_zone_that_is_no_longer_known_is_none()
    {
        await room.Profiles.Change(Ana, _ => Full, default);
        var row = (await room.Rows.Get(Of(Ana), "profile", default))!;
        await room.Rows.Transact(Of(Ana), [new Write.Upsert("profile", new Dictionary<string, object>(row.Properties) { ["zone"] = "Atlantis/Center" })], default);

        Assert.Equal(Full with { Zone = null }, await room.Profiles.Find(Ana, default));
    }
}
