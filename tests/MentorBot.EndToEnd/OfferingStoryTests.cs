using MentorBot.Rehearsal.Stories;
using MentorBot.Testing.Towns;

namespace MentorBot.EndToEnd;

public sealed class OfferingStoryTests
{
    [Fact]
    public async Task People_offer_are_confirmed_pause_and_stop()
    {
        await using var town = await TestTown.Start();

        await new OfferingStory(town).Play();
    }
}
