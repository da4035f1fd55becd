using MentorBot.Rehearsal;
using MentorBot.Rehearsal.Stories;
using MentorBot.Testing.Towns;
using Newtonsoft.Json.Linq;

namespace MentorBot.EndToEnd;

/// <summary>
/// The shortest path of product.md. A tap is a press of a button, a choice or a tick. Counted is from where each has the matter
/// before them: the person asking from the notice on (open the form, choose one kind of help, send; later, ask one of those found),
/// the mentor from the card that asks, the coordinator from the card that shows who was found. How one gets there (the word "ask", a
/// button of the hello, the desk) is not counted.
/// </summary>
public sealed class ShortestPathTests
{
    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task From_asking_to_a_yes_it_takes_four_taps_and_one_and_of_the_coordinator_one_or_none(bool noorSends, int ofCoordinator)
    {
        await using var town = await TestTown.Start();
        var story = new ShortestPathStory(town, noorSends);

        await story.Told.Happens(town);

        Assert.Equal((4, 1, ofCoordinator), (story.TapsOfMentee, story.TapsOfMentor, story.TapsOfCoordinator));
    }

    [Fact]
    public async Task Nothing_is_typed_into_a_form_and_no_text_on_the_way_is_required()
    {
        await using var town = await TestTown.Start();
        var texts = new List<JObject>();
        town.Shown += seen =>
        {
            if (seen is SeenForm form)
                texts.AddRange(form.Json.Descendants().OfType<JObject>().Where(element => (string?)element["type"] == "Input.Text"));
        };

        await new ShortestPathStory(town).Told.Happens(town);

        Assert.NotEmpty(texts);
        Assert.DoesNotContain(texts, text => (bool?)text["isRequired"] == true);
        Assert.Empty(town.Canaries.Typed);
        Assert.Empty(town.Canaries.PassedOver.Except(["offer", "desk"]));
    }
}
