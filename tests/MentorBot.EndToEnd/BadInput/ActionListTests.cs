namespace MentorBot.EndToEnd.BadInput;

/// <summary>The lists of what the bot reacts to, and what people see of it. A flow whose buttons no story shows fails here.</summary>
[Collection(AfterTheStory.Name)]
public sealed class ActionListTests(PlayedStory story)
{
    [Fact]
    public void Every_button_that_the_bot_knows_is_seen_in_a_story()
    {
        Assert.Empty(story.Routes.Presses.Keys.Except(Seen(Kind.Press)));
        Assert.Empty(story.Routes.Forms.Keys.Except(Seen(Kind.FormOpener)));
        Assert.Empty(story.Routes.Submissions.Keys.Except(Seen(Kind.Submission)));
    }

    [Fact]
    public void Every_button_that_is_seen_has_a_handler_of_its_kind()
    {
        Assert.Empty(Seen(Kind.Press).Except(story.Routes.Presses.Keys));
        Assert.Empty(Seen(Kind.FormOpener).Except(story.Routes.Forms.Keys));
        Assert.Empty(Seen(Kind.Submission).Except(story.Routes.Submissions.Keys));
    }

    private IEnumerable<string> Seen(Kind kind) => story.Sightings.Where(sighting => sighting.Kind == kind).Select(sighting => sighting.Action).Distinct();
}
