using MentorBot.Domain;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Tests.Requests;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Matching;

public sealed class PastPairRowsTests : IDisposable
{
    private readonly MatchingRoom people = new();

    public void Dispose() => people.Dispose();

    [Fact]
    public async Task Who_ended_is_a_past_pair_both_ways()
    {
        await Ended(Ana, Ben);

        Assert.Equal([Ben], await Pairs.Of(Ana, default));
        Assert.Equal([Ana], await Pairs.Of(Ben, default));
        Assert.Equal([Ana, Ben], (await Pairs.All(default)).Keys.OrderBy(one => one.Value, StringComparer.Ordinal));
        Assert.Empty(await Pairs.Of(new("ana"), default));
    }

    [Fact]
    public async Task They_stay_one_until_both_have_asked_again()
    {
        await Ended(Ana, Ben);

        await Pairs.AskAgain(Ana, Ben, default);
        await Pairs.AskAgain(Ana, Ben, default);
        Assert.Equal([Ben], await Pairs.Of(Ana, default));
        Assert.Equal([Ana], await Pairs.Of(Ben, default));

        await Pairs.AskAgain(Ben, Ana, default);
        Assert.Empty(await Pairs.All(default));
    }

    [Fact]
    public async Task Two_who_ask_again_at_the_same_moment_do_not_miss_one_another()
    {
        await Ended(Ana, Ben);
        people.Room.Rows.BeforeTransact = async _ =>
        {
            people.Room.Rows.BeforeTransact = _ => Task.CompletedTask;
            await Pairs.AskAgain(Ben, Ana, default);
        };

        await Pairs.AskAgain(Ana, Ben, default);

        Assert.Empty(await Pairs.All(default));
    }

    [Fact]
    public async Task Of_a_pair_that_never_was_nothing_is_noted()
    {
        await Pairs.AskAgain(Ana, Ben, default);

        Assert.Empty(people.Room.Rows.All);
    }

    [Fact]
    public async Task A_place_is_freed_once_and_a_late_repetition_does_not_part_two_who_have_found_back()
    {
        var id = await Ended(Ana, Ben);
        Assert.Empty((await people.Mentor(Ben)).Taken);
        await Pairs.AskAgain(Ana, Ben, default);
        await Pairs.AskAgain(Ben, Ana, default);

        await people.Room.Free.Run(id.Value, id.Value, default);

        Assert.Empty(await Pairs.All(default));
        Assert.Equal(1, (await people.Mentor(Ben)).Begun);
    }

    [Fact]
    public async Task A_relationship_that_goes_on_keeps_its_place()
    {
        var id = await people.AreTogether(Ana, Ben);

        await people.Room.Free.Run(id.Value, id.Value, default);

        Assert.Equal([new(MatchingRoom.Match, Ana)], (await people.Mentor(Ben)).Taken);
        Assert.Empty(await Pairs.All(default));
    }

    private Storage.Matching.PastPairRows Pairs => people.Room.PastPairs;

    private async Task<RelationshipId> Ended(PersonId person, PersonId mentor)
    {
        var id = await people.AreTogether(person, mentor);
        await people.Stops(person, id);
        await people.Settles();
        return id;
    }
}
