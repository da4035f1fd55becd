namespace MentorBot.EndToEnd.BadInput;

/// <summary>Every button, pressed by the right person: too late, twice at once, and once more because no answer was heard.</summary>
[Collection(AfterTheStory.Name)]
public sealed class LateAndTwiceTests(PlayedStory story)
{
    [Fact]
    public async Task After_things_have_moved_on_nothing_changes_and_the_answer_says_how_they_stand() => Complaints.None(await story.Try(
        from sighting in story.Sightings
        let may = sighting.In.MayStillAct(sighting) ? May.ActAsUsual : May.ChangeNothing
        from activity in sighting.Activities(sighting.Valid)
        select new Trial(sighting, sighting.In.End, activity, may)));

    [Fact]
    public Task Twice_at_once_is_once() => LeavesTheSameAsOnce((fork, sighting) =>
        Task.WhenAll(fork.Post(sighting.Activity(sighting.Valid)), fork.Post(sighting.Activity(sighting.Valid))));

    [Fact]
    public Task Sent_again_with_the_same_id_is_once() => LeavesTheSameAsOnce(async (fork, sighting) =>
    {
        var activity = sighting.Activity(sighting.Valid);
        var first = await fork.Post(activity);
        await fork.Rests();
        return [first, await fork.Post(activity)];
    });

    private async Task LeavesTheSameAsOnce(Func<Fork, Sighting, Task<Reply[]>> twice)
    {
        var complaints = new List<string>();
        foreach (var sighting in story.PeopleAndActions)
        {
            IReadOnlyList<string> after;
            await using (var once = await story.Fork(sighting.Then))
            {
                await once.Post(sighting.Activity(sighting.Valid));
                await once.Rests();
                after = RowDump.Shape(once.Rows);
            }

            await using var fork = await story.Fork(sighting.Then);
            var replies = await twice(fork, sighting);
            await fork.Rests();
            complaints.AddRange(replies.Select(reply => (reply with { Sent = [] }).Unclear).OfType<string>().Concat(fork.NewErrors()).Select(problem => $"{sighting}: {problem}"));
            var shape = RowDump.Shape(fork.Rows);
            if (!shape.SequenceEqual(after))
                complaints.Add($"{sighting} left {string.Join(" · ", shape.Except(after))} instead of {string.Join(" · ", after.Except(shape))}");
        }

        Complaints.None(complaints);
    }
}
