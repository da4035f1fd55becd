using MentorBot.Rehearsal;
using NodaTime;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>Ana and Ben spend some weeks without each other; or they talk one last time, and it is complete.</summary>
internal sealed class PartingStory(Town town) : PatientStory(town, mostTries: 1)
{
    private readonly Resident ana = town.Person("Ana");
    private readonly Resident ben = town.Person("Ben");

    public async Task Apart()
    {
        await Does(SuggestsIt, () => ana.Sees("Ben Carter suggests 2 weeks on your own"));
        await Does(() => ana.Sees("A stretch without each other").Press("Let's do that"), () => ben.Sees("Times come by themselves."));
        await Town.Later(Duration.FromDays(15));
        await Comes(() => ben.Sees("Times for you and Ana Lima"));
        await Rests();
    }

    public async Task OneLast()
    {
        await Does(WishesIt, () => ana.Sees("to be the last one, to look back."));
        await Town.Later(Duration.FromHours(30));
        await Does(GoesToTheLastPart, () => ana.Sees("Reflect · 4 of 4"));
        await Does(() => ben.Sees("Reflect · 4 of 4").Press("We're done"), () => ana.Sees("Your last conversation with Ben Carter"));

        // What else comes in these days comes before: in which order things go that are late is nobody's promise.
        for (var day = 0; day < 8; day++)
            await Town.Later(Duration.FromDays(1));
        await Comes(() => ana.Sees("Finished").Shows("with Ben Carter, and it is complete."));
        await Comes(() => ben.Sees("Finished").Shows("with Ana Lima, and it is complete."));
        await Rests();
    }

    private async Task SuggestsIt()
    {
        var form = (await (await BensMore("Where you are")).Submit("Pause")).Form;
        form = (await form.Submit("Without each other")).Form;
        await form.Fill("For how long?", "2 weeks").Submit("Suggest it");
    }

    private async Task WishesIt()
    {
        var form = (await (await BensMore("Where you are")).Submit("Finish")).Form;
        await form.Submit("One last conversation");
    }

    private async Task GoesToTheLastPart()
    {
        var form = await BensMore("of 4");
        await form.Fill("To another part", "Reflect").Submit("Go there");
    }

    private Task<SeenForm> BensMore(string card) => ben.Sees(card).Opens("More");
}
