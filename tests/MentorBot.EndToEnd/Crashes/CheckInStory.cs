using MentorBot.Rehearsal;
using MentorBot.Rehearsal.Stories;
using NodaTime;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>Five pairs are asked how it is. Either Noor stops it, or it is folded, everybody reads the result, and six weeks later the next one goes out.</summary>
internal sealed class CheckInStory(Town town) : PatientStory(town, mostTries: 1)
{
    public const string Invitation = "You and Ben Carter: seven statements";

    private readonly Staging stage = new(town);
    private readonly Resident ana = town.Person("Ana");
    private readonly Resident ben = town.Person("Ben");
    private readonly Resident noor = town.Person("Noor");

    public async Task IsStopped()
    {
        await Does(() => stage.Launches("Again?", "No"), () => { });
        await Town.Later(Duration.FromHours(32));
        await Comes(() => ana.Sees(Invitation));
        await Does(() => Staging.Answers(ana.Sees(Invitation), "5"), () => ana.Sees("Sent, and locked under your own key."));

        // Five days before the end comes the one reminder, in the morning after.
        await Town.Later(Duration.FromDays(9));
        await Town.Later(Duration.FromDays(1));
        await Comes(() => ben.Sees("The statements about you and Ana Lima are open for a few more days."));
        await Does(Stops, () => { });
        await Rests();
    }

    public async Task IsFoldedAndRepeated()
    {
        await Town.Later(Duration.FromDays(9));
        await Town.Later(Duration.FromDays(1));
        await Comes(() => ana.Sees("How it is going"));
        await Comes(() => noor.Sees("How it is going"));
        (await ben.Sees("How it is going").Opens("My own answers")).Shows("With Ana Lima").Close();
        await Town.Settles();

        await Town.Later(Duration.FromDays(24));
        await Does(Stops, () => { });
        await Rests();
    }

    private async Task Stops()
    {
        await stage.CheckIns();
        var form = await noor.Sees("The result comes on").Opens("Stop it");
        (await form.Submit("Stop it")).Shows("Stopped and erased.");
    }
}
