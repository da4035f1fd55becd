namespace MentorBot.Rehearsal.Stories;

/// <summary>Ana and Ben are asked how they would like to go on, each alone. They pause, spend some weeks without each other, talk one last time, and finish.</summary>
public sealed class ClosingStory(Town town)
{
    public const string Title = "Going on, pausing, finishing";

    private const string Theme = "Getting better at the craft";

    private readonly Staging stage = new(town);
    private readonly Resident ana = town.Person("Ana");
    private readonly Resident ben = town.Person("Ben");
    private readonly Resident noor = town.Person("Noor");

    public Story Told => new Story(Title)
        .Then("Ana has said yes to Ben, and they talk", Before)
        .Then("After the first conversation each is asked alone; both would like another, and times come", AfterFirst)
        .Then("Ben pauses until a day; on that day it is over by itself", Pause)
        .Then("A stretch without each other: rather not, and they simply go on; later both want it", Apart)
        .Then("After three more they are asked again; Ben goes on, Ana lets it pass, and they go on", AtNumber)
        .Then("Ben would like one last conversation; after it Ana would rather go on", LastOne)
        .Then("After another last one it is complete, and both read the same", Finish)
        .Then("Ben would like to stay in touch; Ana would rather not, and on the day it stays as it was", NoPeers)
        .Then("He asks once more, and both want it: two equals, who find a time when they like, and nobody asks them how it goes", Peers);

    private async Task Before()
    {
        await stage.Install(noor, ana, ben);
        await stage.BecomesMentor(ana, Theme);
        await stage.Begins(ben, ana, Theme);
        await stage.TenMinutesBefore(ana.Sees("You meet on"));
        await Ends();
    }

    private async Task AfterFirst()
    {
        var question = ben.Sees("One conversation with Ana Lima").Shows("Each of you answers alone.");
        (await stage.Then(question.Press("Yes, another"))).Shows("Good. If you both would, times come here.");
        ana.Sees("One conversation with Ben Carter").Shows("Would you like another?");

        var form = await ana.Sees("One conversation with Ben Carter").Opens("One was right");
        await form.Shows("Finish with Ben Carter?").Submit("Go on");
        (await stage.Then(ana.Sees("One conversation with Ben Carter").Press("Yes, another"))).Shows("You both would like another.");
        ben.Sees("You both would like another.");
        ben.Sees("Times for you and Ana Lima");
        ana.Sees("Times for you and Ben Carter");
    }

    private async Task Pause()
    {
        var today = stage.Today(ben);
        var form = (await (await More(ben)).Submit("Pause")).Form;
        (await stage.Then(form.Shows("Ana Lima reads the date, no reason.").Fill("Pause until", today.PlusWeeks(2)).Submit("Pause"))).Shows("Then I offer you both some times.");
        ana.Sees("It is quiet between you and Ben Carter until");
        await ana.Says("where am i");
        ana.Sees("You and Ben Carter have a quiet time until");

        await stage.Days(15);
        ben.Sees("The quiet time with Ana Lima is over.");
        (await ana.Sees("The quiet time with Ben Carter is over.").Opens("Pause longer")).Shows("Ben Carter reads the date, no reason.").Close();
    }

    private async Task Apart()
    {
        await Suggests("2 weeks");
        await stage.Then(ana.Sees("A stretch without each other").Shows("Ben Carter suggests 2 weeks on your own").Press("Rather not"));
        ana.Sees("All right; you simply go on.");
        ben.Sees("You simply go on.");

        await Suggests("4 weeks");
        await stage.Then(ana.Sees("Ben Carter suggests 4 weeks on your own").Press("Let's do that"));
        ana.Sees("Times come by themselves.");
        ben.Sees("Times come by themselves.");
        await stage.Days(29);
        ben.Sees("The quiet time with Ana Lima is over.");
        ana.Sees("Times for you and Ben Carter");
    }

    private async Task AtNumber()
    {
        for (var more = 0; more < 3; more++)
            await Talk();

        (await stage.Then(ben.Sees("4 conversations, as you had in mind").Press("Go on"))).Shows("Good. I ask again after 3 more.");
        var form = await ana.Sees("4 conversations, as you had in mind").Opens("Pause");
        await form.Submit("Not now");
        await stage.Days(8);
        ana.Sees("Good. I ask again after 3 more.");
    }

    private async Task LastOne()
    {
        await Wishes();
        ana.Sees("Ben Carter would like one last conversation with you, to look back.");
        await Talk("What do you take along?");

        ben.Sees("Your last conversation with Ana Lima").Shows("your conversations are complete");
        (await stage.Then(ana.Sees("Your last conversation with Ben Carter").Press("Go on after all"))).Shows("You simply go on.");
        ben.Sees("You simply go on.");
    }

    private async Task Finish()
    {
        await Wishes();
        await Talk("What do you take along?");
        var form = await ana.Sees("Your last conversation with Ben Carter").Opens("Finish");
        await stage.Then(form.Shows("What you kept stays readable until").Submit("Finish now"));
        foreach (var (one, other) in new[] { (ana, ben), (ben, ana) })
            one.Sees("Finished").Shows($"Your conversations with {other.Name} are complete.");
        ben.DoesNotSee("Your last conversation with Ana Lima");
    }

    private async Task NoPeers()
    {
        await AsksForPeers();
        var asked = ana.Sees("Stay in touch as equals").Shows("Ben Carter would like that.");
        (await stage.Then(asked.Press("Rather not"))).Shows("All right.");
        ben.DoesNotSee("It stays as it was.");
        await stage.Days(8);
        ben.Sees("It stays as it was.");
    }

    private async Task Peers()
    {
        await ben.Says("where am i");
        await stage.Then(ben.Sees("You and Ana Lima finished. What you kept is erased on").Press("Open it"));
        await AsksForPeers();
        (await stage.Then(ana.Sees("Stay in touch as equals").Press("I'd like that"))).Shows("You and Ben Carter, as equals.");
        ben.Sees("You and Ana Lima, as equals.");
        await stage.Days(60);
        ana.DoesNotSee("It has been a while.");
        await ana.Says("time");
        await town.Settles();
        ana.Sees("Times for you and Ben Carter");
    }

    private async Task AsksForPeers()
    {
        var form = await ben.Sees("Finished").Opens("Stay in touch");
        (await stage.Then(form.Shows("two colleagues who talk when they like").Submit("I'd like that"))).Shows("Only if you both want it does anything change.");
    }

    private async Task Suggests(string weeks)
    {
        var form = (await (await More(ben)).Submit("Pause")).Form;
        form = (await form.Submit("Without each other")).Form;
        (await stage.Then(form.Fill("For how long?", weeks).Submit("Suggest it"))).Shows("Ana Lima is asked.");
    }

    private async Task Wishes()
    {
        var form = (await (await More(ben)).Submit("Finish")).Form;
        await stage.Then(form.Submit("One last conversation"));
        ben.Sees("One last conversation with Ana Lima, to look back.").Shows("Times for you and Ana Lima");
    }

    /// <summary>A week later they talk, both with the card.</summary>
    private async Task Talk(string prompt = "of 4")
    {
        await stage.Days(7);
        foreach (var person in new[] { ben, ana })
        {
            await person.Says("talk");
            await town.Settles();
        }

        ana.Sees("Review · 1 of 4").Shows(prompt);
        await Ends();
    }

    private async Task Ends()
    {
        await stage.Then((await ben.Sees("of 4").Opens("More")).Fill("To another part", "Reflect").Submit("Go there"));
        await stage.Then(ben.Sees("Reflect · 4 of 4").Press("We're done"));
    }

    /// <summary>What else there is between the two.</summary>
    private static async Task<SeenForm> More(Resident person)
    {
        await person.Says("where am i");
        return await person.Sees("Where you are").Opens("More");
    }
}
