using MentorBot.Rehearsal;
using NodaTime;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>Ben finishes with Ana; both write, exchange, and join what both choose. Ana says nothing more: in the end both stay as they are, and the two in touch.</summary>
internal sealed class StoryOfTwo(Town town) : PatientStory(town, mostTries: 1)
{
    private const string OfAna = "A walk round the pond, twelve times.";
    private const string OfBen = "The pond froze, and we talked about thin ice.";

    private readonly Resident ana = town.Person("Ana");
    private readonly Resident ben = town.Person("Ben");

    public async Task Play()
    {
        await Does(Finishes, () => ana.Sees("Finished"));
        await Does(() => IsReady(ben, OfBen), () => ana.Sees("Ben Carter has written about your time together."));
        await Does(() => IsReady(ana, OfAna), () => ben.Sees("You can read each other's"));
        await Does(() => Offers(ben), () => ben.Sees("Ana Lima chooses, too."));
        await Does(() => Offers(ana), () => ben.Sees("Your joint story"));
        await Does(IsFine, () => ben.Sees("You said that it is fine."));
        await Town.Later(Duration.FromDays(8));
        await Comes(() => ben.Sees("Both stay as they are."));
        await Does(AsksForPeers, () => ana.Sees("Stay in touch as equals"));
        await Does(() => ana.Sees("Stay in touch as equals").Press("I'd like that"), () => { });
        await Town.Later(Duration.FromHours(1));
        await Comes(() => ben.Sees("You and Ana Lima, as equals."));
        await Rests();
    }

    private async Task Finishes()
    {
        var more = await ben.Sees("Where you are").Opens("More");
        var form = (await more.Submit("Finish")).Form;
        await form.Submit("Finish now");
    }

    private async Task AsksForPeers() => await (await ben.Sees("Finished").Opens("Stay in touch")).Submit("I'd like that");

    private static async Task IsReady(Resident person, string words)
    {
        var form = await person.Sees("Finished").Opens("Write our story");
        await form.Fill("What stays with you", words).Submit("Ready to exchange");
    }

    private static async Task Offers(Resident person)
    {
        var form = await person.Sees("You can read each other's").Opens("Choose passages");
        await form.Fill("Which ones would you like in it?", "Passage 1").Submit("Offer these");
    }

    private async Task IsFine() => await (await ben.Sees("Your joint story").Opens("Read it")).Submit("Fine like this");
}
