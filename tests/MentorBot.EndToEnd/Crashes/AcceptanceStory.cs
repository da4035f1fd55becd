using MentorBot.Rehearsal;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>Ben asks, Noor sends him whom the bot found, he chooses Ana, and she says yes: every commit on the shortest path.</summary>
internal sealed class AcceptanceStory(Town town, int mostTries = 1) : PatientStory(town, mostTries)
{
    public const string WordsOfBen = "Which way the wind blows here, and for whom.";

    private readonly Resident ana = town.Person("Ana");
    private readonly Resident ben = town.Person("Ben");
    private readonly Resident noor = town.Person("Noor");

    public async Task Play()
    {
        await Does(() => ben.Says("ask"), () => ben.Sees("Before you write anything"));
        await Does(Asks, () => ben.Sees("I'm looking"));
        await Does(() => noor.Says("desk"), () => noor.Sees("Your desk"));
        await Does(() => noor.Sees("Your desk").Press("Who is waiting"), () => noor.Sees("Ben Carter is looking for someone"));
        await Does(() => noor.Sees("Ben Carter is looking for someone").Press("See who"), () => noor.Sees("for Ben Carter"));
        await Does(() => noor.Sees("for Ben Carter").Press("Send this"), () => noor.Sees("Sent. Ben Carter chooses by"));
        await Comes(() => ben.Sees("Someone you could talk with"));
        await Does(() => ben.Sees("Someone you could talk with").Press("Ask Ana"), () => ben.Sees("I'm asking Ana Lima"));
        await Comes(() => ana.Sees("Ben Carter would like to talk with you"));
        await Does(() => ana.Sees("Ben Carter would like to talk with you").Press("Yes, at this time"), () => ana.Sees("You and Ben Carter"));
        await Comes(() => ben.Sees("Ana Lima said yes"));
    }

    private async Task Asks()
    {
        var form = await ben.Sees("Before you write anything").Opens("Open the form");
        form.Fill("What would help you most right now? Choose any.", "Someone who listens").Fill("What would you like to talk about?", WordsOfBen);
        await form.Submit("Find me someone");
    }
}
