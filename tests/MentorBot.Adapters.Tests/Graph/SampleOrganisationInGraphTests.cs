using MentorBot.Adapters.Embedded;

namespace MentorBot.Adapters.Tests.Graph;

/// <summary>The sample organisation is the same in Graph as in its file, but for what Graph does not know of people.</summary>
public sealed class SampleOrganisationInGraphTests
{
    [Fact]
    public async Task Everybody_is_found_there_with_their_line_and_by_their_name()
    {
        var sample = Assert.IsType<PeopleFileReading.Good>(PeopleFile.Read(Path.Combine(AppContext.BaseDirectory, "Sample", "people.csv"))).Directory;
        await using var room = await GraphRoom.Open();
        foreach (var person in sample.People)
            room.Graph.Add(person);
        var directory = room.Directory();

        foreach (var person in sample.People)
        {
            var found = await directory.Find(person.Id, default);
            Assert.Equal(person.Languages.Take(2), found!.Languages);
            Assert.Empty(found.WorksWith);
            Assert.Equal(person, found with { Languages = person.Languages, WorksWith = person.WorksWith });
            Assert.Equal((await sample.LineAbove(person.Id, default)).AsEnumerable(), await directory.LineAbove(person.Id, default));
            foreach (var typed in new[] { person.Name, person.Name[..2], person.Name.Split(' ')[^1] })
                Assert.Equal((await sample.Search(typed, 16, default)).Select(one => one.Id), (await directory.Search(typed, 16, default)).Select(one => one.Id));
        }
    }
}
