using MentorBot.Rehearsal.Stories;
using MentorBot.Testing.Towns;

namespace MentorBot.EndToEnd;

/// <summary>Everything that the rehearsal plays happens, each story in a town of its own.</summary>
public sealed class StoriesTests
{
    public static TheoryData<string> Titles => [.. AllStories.InOrder.Select(story => story.Title)];

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task Every_step_of_the_story_happens_and_every_notification_shows_the_same_sentence(string title)
    {
        await using var town = await TestTown.Start();

        await AllStories.InOrder.Single(story => story.Title == title).In(town).Happens(town);

        var posted = town.Residents.SelectMany(person => person.Chat).Where(entry => entry.IsPosted).ToList();
        Assert.NotEmpty(posted);
        Assert.All(posted, entry => Assert.Equal("Something is here for you.", entry.Summary));
    }
}
