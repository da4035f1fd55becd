using FsCheck;
using FsCheck.Fluent;
using MentorBot.Domain;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Scheduling;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using MentorBot.Storage.Tests.Requests;
using NodaTime;
using static MentorBot.Storage.Tests.Requests.AnyRequest;
using static MentorBot.Storage.Tests.Requests.MatchingRoom;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Relationships;

public sealed class RelationshipRowsTests : IDisposable
{
    private static readonly RelationshipId Id = new(Match.Value);
    private static readonly Partition Pair = PartitionOf.Relationship(Contoso, Id.Value);

    private readonly MatchingRoom people = new();

    public void Dispose() => people.Dispose();

    [Fact]
    public void Every_relationship_comes_back_as_it_was_kept() => Prop.ForAll(Relationships().ToArbitrary(), pair =>
    {
        using var room = new MatchingRoom();
        room.Room.Relationships.Decide(pair.Id, _ => new(new RelationshipOutcome.Done(pair), true, pair, []), default).GetAwaiter().GetResult();
        return room.Room.Relationships.Find(pair.Id, default).GetAwaiter().GetResult() == pair;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task A_yes_opens_a_relationship_that_both_find_and_erases_the_request()
    {
        await people.AreTogether(Ana, Ben);

        var pair = Assert.Single(await people.Room.Relationships.Of(Ana, default));
        Assert.Equal(pair, Assert.Single(await people.Room.Relationships.Of(Ben, default)));
        Assert.Equal((Ana, Ben, Form.Words), (pair.Mentee, pair.Mentor, pair.Asked.Words));
        Assert.Empty(await people.Room.Relationships.Of(Cleo, default));
        Assert.Empty(await people.Room.Keys(Market, "request-"));
        Assert.Equal("relationships.begun to ana.lima", Assert.Single(Notices("relationships.")));
    }

    [Fact]
    public async Task It_is_opened_once_although_its_step_runs_often()
    {
        await SayYes();
        var accepted = (await people.Room.Requests.Find(Ana, First, default))!;

        for (var time = 0; time < 3; time++)
        {
            await Open();
            await people.Put(accepted);
        }

        await people.Settles();
        Assert.Single(await people.Room.Relationships.Of(Ana, default));
        Assert.Equal("relationships.begun to ana.lima", Assert.Single(Notices("relationships.")));
    }

    /// <summary>The key, the pair with its pointer, the meetings with theirs, two memberships, the request with its pointer: cut short before any of them, and run again.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    public async Task A_crash_anywhere_on_the_way_is_made_good(int before)
    {
        await SayYes();
        await CutShort(before, Open);
        Assert.IsType<RequestState.Accepted>(await people.State(Ana, First));

        await Open();

        await IsAsItShouldBe();
    }

    [Fact]
    public async Task The_step_has_no_more_transactions_than_are_cut_short_above()
    {
        await SayYes();
        await CutShort(11, Open, isCut: false);

        await IsAsItShouldBe();
    }

    [Fact]
    public async Task A_yes_at_a_time_is_booked_once_and_one_without_lets_both_choose()
    {
        var time = new MeetingTime(people.Now + Duration.FromDays(1), 60);
        await SayYes();
        var accepted = (await people.Room.Requests.Find(Ana, First, default))!;
        for (var run = 0; run < 3; run++)
        {
            await people.Put(accepted with { State = (RequestState.Accepted)accepted.State with { Time = time } });
            await Open();
        }

        var booked = Assert.Single((await people.Room.Meetings.Find(Id, default))!.Meetings.Booked);
        Assert.Equal((1, time.Start, 60, Ben), (booked.Number, booked.Start, booked.Minutes, booked.By));

        using var without = new MatchingRoom();
        await without.AreTogether(Ana, Ben);
        var meetings = (await without.Room.Meetings.Find(Id, default))!.Meetings;
        Assert.Empty(meetings.Booked);
        Assert.NotNull(meetings.Times);
    }

    [Fact]
    public async Task It_ends_for_both_and_frees_the_place_once_however_often_the_step_runs()
    {
        await people.AreTogether(Ana, Ben);
        await people.Stops(Ana, Id);

        for (var time = 0; time < 3; time++)
            await people.Room.Free.Run(Id.Value, Id.Value, default);

        var ben = await people.Mentor(Ben);
        Assert.Equal((0, 1, 1), (ben.Taken.Length, ben.Begun, ben.Free));
        Assert.Equal([Ben], await people.Room.PastPairs.Of(Ana, default));
    }

    [Fact]
    public async Task A_quiet_time_ends_by_itself_and_both_have_times()
    {
        await people.AreTogether(Ana, Ben);
        await people.Room.Relationships.Decide(Id, current => Relating.BeQuiet(current, Ben, people.Now), default);

        await people.Later(days: 29);
        Assert.NotNull(Assert.IsType<RelationshipState.Going>((await people.Room.Relationships.Find(Id, default))!.State).QuietUntil);
        await people.Later(days: 1);
        Assert.Equal(new RelationshipState.Going(null), (await people.Room.Relationships.Find(Id, default))!.State);
        Assert.NotNull((await people.Room.Meetings.Find(Id, default))!.Meetings.Times);
    }

    [Fact]
    public async Task What_has_ended_is_erased_on_its_date_with_its_key_and_everything_around_it()
    {
        await people.AreTogether(Ana, Ben);
        await people.Stops(Ana, Id);
        await people.Later(days: 179);
        Assert.NotNull(await people.Room.Relationships.Find(Id, default));

        await people.Later(days: 1);

        Assert.Empty(await people.Room.Keys(Pair));
        Assert.Empty(await people.Room.Keys(Of(Ana), "member-"));
        Assert.Empty(await people.Room.Keys(Of(Ben), "member-"));
        Assert.True((await people.Room.Rows.Get(new(Table.Keys, Owner.Relationship(Contoso, Id.Value).Key), "key", default))!.Properties.ContainsKey("erasedAt"));
        Assert.Equal([Ben], await people.Room.PastPairs.Of(Ana, default));
    }

    /// <summary>The key, two memberships, the rows around the pair, the pair.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task An_erasure_that_is_cut_short_is_made_good_and_shows_nothing_meanwhile(int before)
    {
        await people.AreTogether(Ana, Ben);
        await people.Stops(Ana, Id);
        await people.Settles();
        await people.Room.Decisions.Run(Pair, _ => Task.FromResult(0), (_, _) => ValueTask.FromResult(Storage.Deciding.Plan.Of(0, new Write.Upsert("card-left", new PropertyBag().Properties))), default);
        people.Room.Clock.Advance(Duration.FromDays(180));

        await CutShort(before, () => people.Room.RelationshipsFallDue.Tick(Pair, default));
        Assert.Empty(await people.Room.Relationships.Of(Ana, default));
        Assert.Null(await people.Room.Relationships.Find(Id, default));
        Assert.Equal(new RelationshipOutcome.AsItIs(null), await people.Stops(Ben, Id));

        await people.Room.RelationshipsFallDue.Tick(Pair, default);
        Assert.Empty(await people.Room.Keys(Pair));
        Assert.Empty(await people.Room.Keys(Of(Ana), "member-"));
        Assert.Empty(await people.Room.Keys(Of(Ben), "member-"));
    }

    [Fact]
    public async Task An_erasure_takes_more_rows_than_a_transaction_does()
    {
        await people.AreTogether(Ana, Ben);
        await people.Stops(Ana, Id);
        for (var number = 0; number < 250; number++)
            await people.Room.Decisions.Run(Pair, _ => Task.FromResult(0), (_, _) => ValueTask.FromResult(Storage.Deciding.Plan.Of(0, new Write.Upsert($"row-{number}", new PropertyBag().Properties))), default);

        await people.Later(days: 180);

        Assert.Empty(await people.Room.Keys(Pair));
    }

    private string[] Notices(string kinds) => [.. people.Room.Notices.Sent.Where(notice => notice.Kind.StartsWith(kinds, StringComparison.Ordinal)).Select(notice => $"{notice.Kind} to {notice.Whom}")];

    private async Task SayYes()
    {
        await people.IsOpen(Ben);
        await people.MayChoose(Ana, First, Ben);
        await people.Chooses(Ana, First, Ben, Match);
        await people.SaysYes(Ben, Ana, First, Match);
        await people.Room.Relationships.Find(Id, default);
    }

    private Task Open() => people.Room.Open.Run(Contoso.Value, RequestNotices.Address(Ana, First), default);

    /// <summary>Nothing is written from this transaction on.</summary>
    private async Task CutShort(int before, Func<Task> work, bool isCut = true)
    {
        var transactions = 0;
        people.Room.Rows.BeforeTransact = _ => ++transactions >= before ? throw new RowStoreUnavailableException("a crash") : Task.CompletedTask;
        if (isCut)
            await Assert.ThrowsAsync<RowStoreUnavailableException>(work);
        else
            await work();
        people.Room.Rows.BeforeTransact = _ => Task.CompletedTask;
    }

    private async Task IsAsItShouldBe()
    {
        await people.Settles();
        Assert.Equal(Id, Assert.Single(await people.Room.Relationships.Of(Ana, default)).Id);
        Assert.Equal(Id, Assert.Single(await people.Room.Relationships.Of(Ben, default)).Id);
        Assert.Null(await people.State(Ana, First));
        Assert.Equal(new(Match, Ana), Assert.Single((await people.Mentor(Ben)).Taken));
        Assert.Equal("relationships.begun to ana.lima", Assert.Single(Notices("relationships.")));
    }

    private static Gen<Relationship> Relationships() =>
        from id in Gen.Elements("match-1", "an/odd#one?")
        from mentee in People
        from mentor in People
        from byTurns in Gen.Elements(true, false)
        from revision in Gen.Choose(1, int.MaxValue)
        from asked in Forms
        from since in AnyRequest.Moments
        from begun in AnyRequest.Moments
        from zone in Zones
        from state in Gen.OneOf(
            from quiet in MomentsIfAny
            select (RelationshipState)new RelationshipState.Going(quiet),
            from who in People
            from how in AnyOf<Domain.Relationships.Ending>()
            from at in AnyRequest.Moments
            from days in Gen.Choose(1, 3650)
            select (RelationshipState)new RelationshipState.Ended(who, how, at, Instant.FromUtc(2027, 1, 1, 0, 0) + Duration.FromDays(days)))
        from time in Gen.OneOf(Gen.Constant<MeetingTime?>(null), AnyRequest.Times.Select(one => (MeetingTime?)one))
        select new Relationship(new(id), mentee, mentor, byTurns, revision, asked, since, begun, zone, state, time);
}
