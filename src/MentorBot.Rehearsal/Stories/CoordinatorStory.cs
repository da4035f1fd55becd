namespace MentorBot.Rehearsal.Stories;

/// <summary>Noor, who coordinates, asks for a mentor herself: what touches her goes to Sam only. And she holds a date, once.</summary>
public sealed class CoordinatorStory(Town town)
{
    public const string Title = "A coordinator who asks for a mentor, and a date that is held";

    private const string Theme = "Work and the rest of life";
    private const string WordsOfNoor = "I look after everybody here, and would like somebody to look after my thinking.";

    private readonly Staging stage = new(town);
    private readonly Resident ana = town.Person("Ana");
    private readonly Resident chidi = town.Person("Chidi");
    private readonly Resident ben = town.Person("Ben");
    private readonly Resident noor = town.Person("Noor");
    private readonly Resident sam = town.Person("Sam");

    public Story Told => new Story(Title)
        .Then("Ana and Chidi mentor; Noor asks", NoorAsks)
        .Then("Sam looks after it, and Noor chooses as anybody does", SamSends)
        .Then("Noor would like to talk with Ben first, and holds the date, once", NoorHolds)
        .Then("Two press: the first press counts", TheFirstPress);

    private async Task NoorAsks()
    {
        await stage.Install(noor, sam, ana, chidi, ben);
        await stage.BecomesMentor(ana, Theme, "Two");
        await stage.BecomesMentor(chidi, Theme, "Two");
        var form = (await Staging.AskForm(noor))
            .Fill("What would you like to talk about?", WordsOfNoor)
            .Fill(Staging.HelpWanted, "Someone to think with")
            .Fill(Staging.ThemesWanted, Theme);
        await stage.Then(form.Submit("Find me someone"));
        noor.Sees("I'm looking");

        await noor.Says("desk");
        noor.Sees("Your desk").DoesNotShow("waiting");
        noor.DoesNotSee("Noor de Boer is looking for someone");
    }

    private async Task SamSends()
    {
        (await stage.Waits(noor, sam)).Shows("What Noor de Boer wrote, if anything, is private.");
        await stage.Sends(noor, sam);
        await stage.Chooses(noor, chidi);
        await stage.SaysYes(chidi, noor);
        (await chidi.Sees("You and Noor de Boer").Opens("Read what they wrote")).Shows(WordsOfNoor).Close();
    }

    private async Task NoorHolds()
    {
        await stage.Asks(ben, Theme);
        var waiting = await stage.Waits(ben);
        await stage.Then(waiting.Press("I'll talk with them"));
        (await stage.Then(noor.Sees("unless you hold it").Press("Hold for a week"))).Shows("Held once; Ben Carter reads this date, too.");
        ben.Sees("It takes a little longer: you hear from me by");
        if ((await stage.Found(ben)).Titles.Contains("Hold for a week"))
            throw new RehearsalException("A date is held once, and Noor could hold it twice.");
    }

    private async Task TheFirstPress()
    {
        var one = noor.Sees("for Ben Carter");
        (await stage.Then(one.Press("Send these"))).Shows("Sent");
        await stage.Then(one.OnAnOldScreen().Press("Send these"));
        ben.Sees("Two people you could talk with");
        await stage.Days(1);
        await sam.Says("desk");
        sam.Sees("Your desk");
    }
}
