using MentorBot.Rehearsal;
using NodaTime;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>Noor takes a list over, Ben is asked whether he would like to mentor, and another list takes the place of the first.</summary>
internal sealed class RosterCrashStory(Town town) : PatientStory(town, mostTries: 1)
{
    private readonly Resident ben = town.Person("Ben");
    private readonly Resident noor = town.Person("Noor");

    public async Task Play()
    {
        await noor.Says("desk");
        await TakesOver("person,group,mentor\nben.carter,Newcomers,yes\njun.park,,");
        await Town.Later(Duration.FromHours(32));
        await Comes(() => ben.Sees("Would you like to mentor?"));
        await Does(() => ben.Sees("Would you like to mentor?").Press("Not for me"), () => ben.Sees("You are not listed"));
        await TakesOver("person,group,mentor\nben.carter,The old hands,yes");
        await Rests();
    }

    private async Task TakesOver(string list)
    {
        var form = await noor.Sees("Your desk").Opens("Roster");
        form = (await form.Fill("The list as CSV", list).Submit("Look at it first")).Form;
        await form.Submit("Take it over");
        await Town.Settles();
    }
}
