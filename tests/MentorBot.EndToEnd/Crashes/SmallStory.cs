using MentorBot.Rehearsal;
using NodaTime;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>Little happens between Ana and Ben: Ben stops and all is erased in time, Ana wants a quiet month, or Ana never answers.</summary>
internal sealed class SmallStory(Town town) : PatientStory(town, mostTries: 1)
{
    private readonly Resident ana = town.Person("Ana");
    private readonly Resident ben = town.Person("Ben");

    public async Task BenStops()
    {
        await Does(Stops, () => ben.Sees("Stopped. Ana Lima reads one neutral sentence."));
        await Comes(() => ana.Sees("This has come to an end"));
        await Rests();

        // Long after, all of it is erased.
        await Town.Later(Duration.FromDays(180));
        await Rests();
    }

    public async Task AnaIsQuietForAMonth()
    {
        await Does(WantsQuiet, () => ben.Sees("It is quiet between you and Ana Lima"));
        await Town.Later(Duration.FromDays(31));
        await Comes(() => ben.Sees("Times for you and Ana Lima"));
        await Comes(() => ana.Sees("Times for you and Ben Carter"));
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

    private async Task WantsQuiet()
    {
        await ana.Says("offer");
        var form = await ana.Sees("When it gets tight").Opens("When it gets tight");
        form = (await form.Submit("Quiet month")).Form;
        await form.Submit("Send this");
    }
}
