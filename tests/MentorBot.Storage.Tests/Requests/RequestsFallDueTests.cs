using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Offers;
using MentorBot.Domain.Requests;
using MentorBot.Storage.Rows;
using NodaTime;
using static MentorBot.Storage.Tests.Requests.MatchingRoom;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Requests;

public sealed class RequestsFallDueTests : IDisposable
{
    private readonly MatchingRoom people = new();

    public void Dispose() => people.Dispose();

    [Fact]
    public async Task Somebody_is_looked_for_at_once_and_goes_out_by_themselves()
    {
        await people.IsOpen(Ben);
        await people.Sends(Ana, First);

        await people.Settles();
        Assert.Equal(Ben, Assert.Single(Assert.IsType<RequestState.Proposed>(await people.State(Ana, First)).People).Mentor);

        await people.Later(days: 4);
        Assert.Equal(Ben, Assert.Single(Assert.IsType<RequestState.Choosing>(await people.State(Ana, First)).People).Mentor);
    }

    [Fact]
    public async Task Somebody_who_never_presses_again_goes_through_all_dates_to_the_end()
    {
        await people.IsOpen(Ben);
        await people.Sends(Ana, First);

        for (var day = 0; day < 60; day++)
            await people.Later(days: 1);

        Assert.Equal(["mentor-ben.carter"], (await people.Room.Keys(Market)).Where(key => !key.StartsWith("desk-", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_question_without_an_answer_is_reminded_of_passes_and_is_told_the_next_morning()
    {
        await IsAsked(Ana, Ben);

        await people.Later(days: 4);
        Assert.Null(Assert.IsType<RequestState.Asking>(await people.State(Ana, First)).RemindAt);

        await people.Later(days: 3, hours: 12);
        Assert.NotNull(Assert.IsType<RequestState.Asking>(await people.State(Ana, First)).TellAt);
        Assert.Equal(1, (await people.Mentor(Ben)).Silences);

        await people.Later(days: 1);
        Assert.IsType<RequestState.NotComeAbout>(await people.State(Ana, First));
    }

    [Fact]
    public async Task A_mentor_who_lets_two_questions_pass_is_left_to_rest_until_they_are_back()
    {
        await IsAsked(Ana, Ben);
        await people.Later(days: 4);
        await people.Later(days: 4);
        await people.MayChoose(Cleo, First, Ben);
        await people.Chooses(Cleo, First, Ben, new("match-2"));
        await people.Later(days: 4);
        await people.Later(days: 4);

        Assert.IsType<OfferState.Resting>((await people.Room.Offers.Find(Ben, default))!.State);
        Assert.Equal(MentorStanding.Resting, (await people.Mentor(Ben)).Standing);

        await people.Room.Offers.Decide(Ben, found => Offering.Resume(found, new("offer-1")), default);
        await people.Settles();
        Assert.Equal((MentorStanding.Open, 0), (await people.Mentor(Ben)) switch { var ben => (ben.Standing, ben.Silences) });

        await people.Room.Rest.Run(Contoso.Value, Ben.Value, default);
        Assert.IsType<OfferState.Open>((await people.Room.Offers.Find(Ben, default))!.State);
    }

    [Fact]
    public async Task Somebody_who_left_or_became_their_manager_is_asked_no_more()
    {
        await IsAsked(Ana, Ben);
        people.Room.Directory.Lines[Ana] = [Ben];

        await people.Later(days: 4);

        Assert.NotNull(Assert.IsType<RequestState.Asking>(await people.State(Ana, First)).TellAt);
        Assert.Empty((await people.Mentor(Ben)).Reserved);
    }

    [Fact]
    public async Task A_look_reads_what_is_due_and_no_other_request()
    {
        for (var number = 0; number < 300; number++)
            await people.Put(people.Of(new($"person-{number}"), First, new RequestState.PutAside(people.Now + Duration.FromDays(30))));
        await people.Put(people.Of(Ana, First, new RequestState.Choosing([new(Ben, [])], people.Now + Duration.FromDays(5), people.Now + Duration.FromDays(1))));
        people.Room.Clock.Advance(Duration.FromDays(1));
        people.Room.Watched.Forget();

        Assert.True(await people.Room.RequestsFallDue.Tick(Market, default));

        Assert.DoesNotContain(people.Room.Watched.Calls, call => call.StartsWith("range Matching request-", StringComparison.Ordinal));
        Assert.InRange(people.Room.Watched.Calls.Count(call => call.StartsWith("get Matching", StringComparison.Ordinal)), 1, 8);
        Assert.Null(Assert.IsType<RequestState.Choosing>(await people.State(Ana, First)).RemindAt);
    }

    [Fact]
    public async Task A_look_for_nothing_reads_one_short_range()
    {
        await people.Put(people.Of(Ana, First, new RequestState.PutAside(people.Now + Duration.FromDays(30))));
        people.Room.Watched.Forget();

        Assert.False(await people.Room.RequestsFallDue.Tick(Market, default));

        Assert.Equal(["range Matching due-"], people.Room.Watched.Calls);
    }

    [Fact]
    public async Task Dates_that_hold_no_more_are_removed_when_they_are_found()
    {
        var request = people.Of(Ana, First, new RequestState.PutAside(people.Now + Duration.FromDays(1)));
        await people.Put(request);
        await people.Put(request with { Revision = 2, State = new RequestState.PutAside(people.Now + Duration.FromDays(30)) });
        Assert.Equal(2, (await people.Room.Keys(Market, "due-")).Length);

        await people.Later(days: 1);

        Assert.Single(await people.Room.Keys(Market, "due-"));
        Assert.NotNull(await people.State(Ana, First));
    }

    [Fact]
    public async Task What_comes_due_within_the_same_millisecond_is_not_lost()
    {
        await people.Put(people.Of(Ana, First, new RequestState.PutAside(people.Now + Duration.FromDays(1) + Duration.FromTicks(2))));
        people.Room.Clock.Advance(Duration.FromDays(1) + Duration.FromTicks(1));

        Assert.False(await people.Room.RequestsFallDue.Tick(Market, default));
        Assert.Single(await people.Room.Keys(Market, "due-"));

        people.Room.Clock.Advance(Duration.FromTicks(1));
        Assert.True(await people.Room.RequestsFallDue.Tick(Market, default));
        Assert.Null(await people.State(Ana, First));
    }

    [Fact]
    public async Task Hundreds_that_fall_due_at_the_same_moment_all_do()
    {
        for (var number = 0; number < 130; number++)
            await people.Put(people.Of(new($"person-{number}"), First, new RequestState.PutAside(people.Now + Duration.FromDays(1))));

        await people.Later(days: 1);

        Assert.Empty(await people.Room.Keys(Market, "request-"));
    }

    [Fact]
    public async Task One_request_that_cannot_be_read_holds_up_nobody_and_is_tried_again_in_an_hour()
    {
        await people.Put(people.Of(Ben, First, new RequestState.PutAside(people.Now + Duration.FromHours(23))));
        await Break("request-ben.carter|request-1");
        await people.Put(people.Of(Ana, First, new RequestState.PutAside(people.Now + Duration.FromDays(1))));

        await people.Later(days: 1);
        Assert.Null(await people.State(Ana, First));
        Assert.Equal(["due-001772532000000|ben.carter|request-1"], (await people.Room.Keys(Market, "due-")).Where(key => key.Contains("ben", StringComparison.Ordinal)));

        await Break("request-ben.carter|request-1", nameof(RequestState.PutAside));
        people.Room.Clock.Advance(Duration.FromHours(1));
        await people.Settles();
        Assert.Null(await people.State(Ben, First));
    }

    [Fact]
    public async Task Coordinators_are_told_that_somebody_waits_once_a_day()
    {
        await people.Sends(Ana, First);
        await people.Sends(Cleo, First);
        await people.Settles();
        await people.Sends(Ben, First);
        await people.Settles();
        Assert.Equal(["2026-03-02 to noor"], Told());

        await people.Later(days: 1);
        Assert.Equal(["2026-03-02 to noor", "2026-03-03 to noor"], Told());
    }

    [Fact]
    public async Task A_press_between_looking_and_deciding_is_not_undone()
    {
        await people.IsOpen(Ben);
        await people.MayChoose(Ana, First, Ben);
        people.Room.Clock.Advance(Duration.FromDays(3));
        people.Room.Rows.BeforeTransact = async partition =>
        {
            if (partition.Table != Table.Matching)
                return;
            people.Room.Rows.BeforeTransact = _ => Task.CompletedTask;
            await people.Chooses(Ana, First, Ben, Match);
        };

        await people.Room.RequestsFallDue.Tick(Market, default);

        Assert.IsType<RequestState.Asking>(await people.State(Ana, First));
    }

    private string[] Told() => [.. people.Room.Notices.Sent.Where(notice => notice.Kind == RequestNotices.Desk).Select(notice => $"{notice.Subject} to {notice.Whom}")];

    private async Task IsAsked(PersonId person, PersonId whom)
    {
        await people.IsOpen(whom);
        await people.MayChoose(person, First, whom);
        await people.Chooses(person, First, whom, Match);
    }

    private async Task Break(string key, string state = "Unheard")
    {
        var row = (await people.Room.Rows.Get(Market, key, default))!;
        var properties = row.Properties.ToDictionary(StringComparer.Ordinal);
        properties["state"] = state;
        await people.Room.Decisions.Run(Market, _ => Task.FromResult(0), (_, _) => ValueTask.FromResult(Storage.Deciding.Plan.Of(0, new Write.Upsert(key, properties))), default);
    }
}
