using MentorBot.Rehearsal;
using NodaTime;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>Ben asks for a file, does not fetch it, and is forgotten. In the end nothing of him is left but what Ana has.</summary>
internal sealed class LeavingStory(Town town) : PatientStory(town, mostTries: 1)
{
    private readonly Resident ana = town.Person("Ana");
    private readonly Resident ben = town.Person("Ben");

    public async Task Play()
    {
        await Does(() => ben.Says("my data"), () => ben.Sees("What I keep of yours"));
        await Does(() => ben.Sees("What I keep of yours").Press("Take it with me"), () => ben.Sees("Ready to take with you"));
        await Town.Later(Duration.FromHours(25));
        await Comes(() => ben.Sees("That link is over."));

        await Does(() => ben.Says("forget me"), () => ben.Sees("Before anything is erased"));
        await Does(IsForgotten, () => ana.Sees("This has come to an end"));
        await Town.Later(Duration.FromDays(16));
        await Rests();
    }

    private async Task IsForgotten()
    {
        var form = await ben.Sees("Before anything is erased").Opens("Forget me");
        form = (await form.Submit("Go on")).Form;
        (await form.Submit("Forget me")).Shows("“hello” begins afresh");
    }
}
