using MentorBot.Domain.Closing;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Tests.Requests;
using NodaTime;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Closing;

/// <summary>How two people go on, with all steps that follow.</summary>
public sealed class ClosingRowsTests : IDisposable
{
    private static readonly RelationshipId Id = new(MatchingRoom.Match.Value);

    private readonly MatchingRoom people = new();

    public void Dispose() => people.Dispose();

    [Fact]
    public async Task Everything_that_is_kept_reads_as_it_was()
    {
        await people.AreTogether(Ana, Ben);
        var look = new Look(2, LookKind.AfterLast, 4, 3, people.Now, [Ana], Ben, true);
        var stretch = new Stretch(1, Ana, 4, people.Now, StretchState.Agreed, people.Now + Duration.FromDays(28));
        var outlook = new Outlook(7, look, stretch, new(2, Ben, true, people.Now, TouchState.Not));

        await people.Room.Closings.Decide(Id, (pair, _) => new(new ClosingOutcome.Done(pair, outlook), true, outlook, []), default);

        Assert.Equal(outlook, (await people.Room.Closings.Find(Id, default)).Outlook);
    }

    [Fact]
    public async Task Who_stays_in_touch_goes_on_without_a_place_and_without_a_date_until_one_of_them_finishes()
    {
        await people.AreTogether(Ana, Ben);
        await people.Room.Relationships.Decide(Id, found => Relating.Finish(found, Ben, 180, people.Now), default);
        await people.Settles();
        foreach (var one in new[] { Ana, Ben })
            await people.Room.Closings.Decide(Id, (pair, now) => StayingInTouch.Like(pair, now, one, people.Now), default);
        await people.Settles();
        await people.Later(200);

        Assert.Equal((true, new RelationshipState.Going(null)), ((await Pair()).AsPeers, (await Pair()).State));
        Assert.Empty(await people.Room.Going.All(default));
        Assert.Empty((await people.Mentor(Ben)).Taken);

        await people.Room.Relationships.Decide(Id, found => Relating.Finish(found, Ana, 180, people.Now), default);
        await people.Later(179);
        Assert.Equal(Ending.Finished, Assert.IsType<RelationshipState.Ended>((await Pair()).State).How);
        await people.Later(2);
        Assert.Null((await people.Room.Closings.Find(Id, default)).Pair);
    }

    [Fact]
    public async Task Of_a_pair_that_never_was_nothing_is_kept()
    {
        Assert.IsType<ClosingOutcome.AsItIs>(await people.Room.Closings.Decide(Id, (pair, now) => LookingAgain.Held(pair, now, 9, null, false, people.Now), default));
        Assert.Null((await people.Room.Closings.Find(Id, default)).Pair);
    }

    [Fact]
    public async Task Silence_goes_on_after_seven_days_and_after_a_last_conversation_it_finishes()
    {
        await people.AreTogether(Ana, Ben);
        await Talk();
        Assert.False((await Look())!.IsOver);
        await people.Later(8);
        Assert.True((await Look())!.IsOver);

        await people.Room.Meetings.Decide(Id, now => Conducting.WishLast(now, Ana), default);
        await Talk();
        Assert.Equal((LookKind.AfterLast, Ana), ((await Look())!.Kind, (await Look())!.By));
        await people.Later(8);
        Assert.Equal(Ending.Finished, Assert.IsType<RelationshipState.Ended>((await Pair()).State).How);
    }

    [Fact]
    public async Task Who_finished_is_no_past_pair_and_the_place_is_free()
    {
        await people.AreTogether(Ana, Ben);
        await people.Room.Relationships.Decide(Id, found => Relating.Finish(found, Ben, 180, people.Now), default);
        await people.Settles();

        Assert.Empty(await people.Room.PastPairs.All(default));
        Assert.Empty((await people.Mentor(Ben)).Taken);
    }

    [Fact]
    public async Task A_pause_settles_what_they_were_asked()
    {
        await people.AreTogether(Ana, Ben);
        await Talk();
        var day = people.Now.InZone((await Pair()).Zone).Date.PlusDays(30);
        await people.Room.Relationships.Decide(Id, found => Relating.Pause(found, Ana, day, people.Now), default);
        await people.Settles();

        Assert.True((await Look())!.IsOver);
    }

    [Fact]
    public async Task A_stretch_that_both_want_is_quiet_until_its_end()
    {
        await people.AreTogether(Ana, Ben);
        await people.Room.Closings.Decide(Id, (pair, now) => BeingApart.Suggest(pair, now, Ana, 4, people.Now), default);
        await people.Room.Closings.Decide(Id, (pair, now) => BeingApart.Answer(pair, now, Ben, 1, wants: true, people.Now), default);
        await people.Settles();

        var ends = (await people.Room.Closings.Find(Id, default)).Outlook.Stretch!.Ends;
        Assert.Equal(new RelationshipState.Going(ends), (await Pair()).State);
        await people.Later(29);
        Assert.Equal(new RelationshipState.Going(null), (await Pair()).State);
    }

    private async Task Talk()
    {
        await people.Room.Meetings.Decide(Id, now => Conducting.Begin(now, Ana, people.Now), default);
        var number = (await people.Room.Meetings.Find(Id, default))!.Meetings.Session!.Number;
        await people.Room.Meetings.Decide(Id, now => Conducting.WeMet(now, Ana, number, null, people.Now), default);
        await people.Settles();
    }

    private async Task<Look?> Look() => (await people.Room.Closings.Find(Id, default)).Outlook.Look;

    private async Task<Relationship> Pair() => (await people.Room.Relationships.Find(Id, default))!;
}
