using MentorBot.Flows.MyData;
using MentorBot.Flows.Relationships;
using MentorBot.Rehearsal;
using MentorBot.Storage.Rows;
using Newtonsoft.Json.Linq;

namespace MentorBot.EndToEnd.BadInput;

/// <summary>Every button, pressed by somebody whom it was not shown to.</summary>
[Collection(AfterTheStory.Name)]
public sealed class WrongPersonTests(PlayedStory story)
{
    [Theory]
    [InlineData("Marta")]
    [InlineData("Linh")]
    [InlineData("Noah")]
    public async Task A_colleague_changes_nothing_of_what_is_not_theirs(string name) => Complaints.None(await story.Try(
        from sighting in story.PeopleAndActions
        where sighting.Who.Name != story.Person(name).Name
        from activity in sighting.Activities(sighting.Valid, story.Person(name))
        select new Trial(sighting, sighting.Then, activity, IsAboutWhoeverPresses(sighting) || IsOwnToBegin(sighting) || IsTheirsToo(sighting, story.Person(name)) ? May.ActAsUsual : May.ChangeNothing)));

    [Theory]
    [InlineData("conversation.tenantId")]
    [InlineData("channelData.tenant.id")]
    [InlineData("conversation.tenantId", "channelData.tenant.id")]
    public async Task A_stranger_to_the_tenant_is_refused_and_learns_nothing(params string[] where)
    {
        await using var fork = await story.Fork(story.End);
        foreach (var sighting in story.PeopleAndActions)
        {
            var activity = sighting.Activity(sighting.Valid);
            foreach (var path in where)
                activity.SelectToken(path)!.Replace("another-tenant");

            var reply = await fork.Post(activity);

            Assert.Equal((sighting, 401, "", 0), (sighting, reply.Status, reply.Text, reply.Sent.Count));
        }
    }

    [Fact]
    public async Task Somebody_whom_the_directory_does_not_know_is_told_so_and_nothing_is_kept_of_them()
    {
        await using var fork = await story.Fork(story.End);
        var before = fork.Rows.Count;
        foreach (var sighting in story.PeopleAndActions)
        {
            foreach (var activity in sighting.Activities(sighting.Valid))
            {
                activity["from"] = new JObject { ["id"] = "29:nobody", ["aadObjectId"] = "nobody.at.all", ["name"] = "Nobody" };

                var reply = await fork.Post(activity);

                Assert.Null(reply.Unclear);
                Assert.Contains("I can't find you among them", reply.Text + string.Concat(reply.Sent), StringComparison.Ordinal);
            }
        }

        Assert.Equal(before, fork.Rows.Count);
    }

    [Theory]
    [InlineData("a/b\\c#d?e|f%2Fg", "I can't find you among them")]
    [InlineData("名前😀", "I can't find you among them")]
    [InlineData("a\u0001b", "I can't find you among them")]
    [InlineData("10,000 letters", "I can't tell who you are")]
    public async Task Somebody_with_an_id_that_no_directory_has_is_told_so(string id, string answer)
    {
        await using var fork = await story.Fork(story.End);
        var activity = story.Person("Ana").Blank("message");
        activity["text"] = "offer";
        activity["from"]!["aadObjectId"] = id == "10,000 letters" ? new string('a', 10_000) : id;

        var reply = await fork.Post(activity);

        Assert.Null(reply.Unclear);
        Assert.Contains(answer, string.Concat(reply.Sent), StringComparison.Ordinal);
        Assert.Empty(fork.NewErrors());
    }

    /// <summary>It names nobody and nothing but which file of one's own it would be: whoever presses takes along what is theirs.</summary>
    private static bool IsAboutWhoeverPresses(Sighting sighting) => sighting.Action is MyDataActions.Take or MyDataActions.TakeFirst;

    /// <summary>What lies between two people is for either of them to press.</summary>
    private static bool IsTheirsToo(Sighting sighting, Resident colleague) =>
        (string?)sighting.Data[RelationshipActions.Relationship] is { } relationship
        && sighting.Then.Rows.Any(each => each.Partition.Table == Table.Relationships && PartitionOf.Home(each.Partition) == relationship
            && each.Row.Key == "pair" && (each.Row.Text("mentee") == colleague.Person.Id || each.Row.Text("mentor") == colleague.Person.Id));

    /// <summary>A form with an id that no row knows begins something of whoever sends it.</summary>
    private static bool IsOwnToBegin(Sighting sighting)
    {
        var known = RowDump.Of(sighting.Then.Rows);
        return sighting.Kind == Kind.Submission && sighting.Ids.All(id => !known.Mentions((string)sighting.Data[id]!));
    }
}
