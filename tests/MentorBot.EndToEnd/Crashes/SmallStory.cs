using MentorBot.Rehearsal;
using NodaTime;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>How it ends between Ana and Ben: Ben stops, or Ana never answers.</summary>
internal sealed class SmallStory(Town town) : PatientStory(town, mostTries: 1)
{
    private readonly Resident ana = town.Person("Ana");
    private readonly Resident ben = town.Person("Ben");

    public async Task BenStops()
    {
        await Does(Stops, () => ben.Sees("Stopped. Ana Lima reads one neutral sentence."));
        await Comes(() => ana.Sees("This has come to an end"));
        await Rests();
    }

    public async Task AnaIsSilent()
    {
        await Town.Later(Duration.FromDays(8));
        await Rests();
    }

    private async Task Stops()
    {
        var more = await ben.Sees("Where you are").Opens("More");
        var form = (await more.Submit("Stop here")).Form;
        await form.Submit("Stop here");
    }
}
