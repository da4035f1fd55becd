using NodaTime;

namespace MentorBot.Rehearsal.Stories;

/// <summary>Ana and Ben talk. Either turns the page and the other's card follows, whatever they press; left open, it closes overnight; and they may meet without the bot.</summary>
public sealed class SessionStory(Town town)
{
    public const string Title = "A conversation";

    private const string Theme = "Getting better at the craft";
    private const string FirstOfLearn = "Suppose your first explanation is only half the story.";
    private const string SecondOfLearn = "What would you ask if no question could sound foolish?";

    private readonly Staging stage = new(town);
    private readonly Resident ana = town.Person("Ana");
    private readonly Resident ben = town.Person("Ben");
    private readonly Resident noor = town.Person("Noor");

    public Story Told => new Story(Title)
        .Then("Ana has said yes to Ben, at a time", Before)
        .Then("Ten minutes before, both have the card. Ana comes a little later, and Ben hears it", Booked)
        .Then("A week later Ben opens the card alone; Ana asks for hers, and both have the same", Opens)
        .Then("Ben turns the page, and Ana's card follows; so it does for other prompts", Turns)
        .Then("Both turn the page at once, and it is turned once; an old card turns nothing", BothTurn)
        .Then("Ana would rather have just the prompts: her card stays as it is while Ben goes on", JustThePrompts)
        .Then("Back to another part; and the card once more, further down", AnotherPart)
        .Then("After the last part both may book the next one, and nothing else is asked", IsOver)
        .Then("Left open in the middle, the next one closes overnight", Overnight)
        .Then("They talk without the bot, and one tap says so", WeMet);

    private async Task Before()
    {
        await stage.Install(noor, ana, ben);
        await stage.BecomesMentor(ana, Theme);
        await stage.Begins(ben, ana, Theme);
    }

    private async Task Booked()
    {
        await stage.TenMinutesBefore(ana.Sees("You meet on"));
        ben.Sees("Review · 1 of 4").Shows("You and Ana Lima");
        var card = ana.Sees("Review · 1 of 4").Shows("You and Ben Carter").Shows("Nothing here is scored");

        (await stage.Then(card.Press("A little late"))).Shows("By about how much? Ben Carter reads it at once.");
        await (await ana.Sees("By about how much?").Opens("Can't make it")).Submit("Keep it");
        await stage.Then(ana.Sees("By about how much?").Press("On time after all"));
        await stage.Then(ana.Sees("Review · 1 of 4").Press("A little late"));
        (await stage.Then(ana.Sees("By about how much?").Press("10 minutes"))).Shows("Ben Carter knows.");
        ben.Sees("Ana Lima comes about 10 minutes later.");

        await stage.Then(ana.Sees("Review · 1 of 4").Press("A little late"));
        var form = await ana.Sees("By about how much?").Opens("Can't make it");
        (await stage.Then(form.Submit("Cancel it"))).Shows("Cancelled. Type “time” whenever you like.");
        ben.Sees("doesn't take place");
        ben.DoesNotSee("Review · 1 of 4");
    }

    private async Task Opens()
    {
        await stage.Days(7);
        await Talks(ben);
        ben.Sees("Review · 1 of 4").Shows("You and Ana Lima").Shows("Nothing here is scored").Shows("Arrive first, without hurry.");
        ana.DoesNotSee("Review · 1 of 4");

        await Talks(ana);
        ana.Sees("Review · 1 of 4").Shows("You and Ben Carter");
    }

    private async Task Turns()
    {
        (await stage.Then(ben.Sees("Review · 1 of 4").Press("On to Learn"))).Shows("Learn · 2 of 4").DoesNotShow("turned to");
        ana.Sees("Learn · 2 of 4").Shows("Ben Carter turned to Learn. “Back” and “More” take you both elsewhere.").Shows(FirstOfLearn);

        (await stage.Then(ana.Sees("Learn · 2 of 4").Press("Other prompts"))).Shows(SecondOfLearn).DoesNotShow("turned to");
        ben.Sees("Learn · 2 of 4").Shows(SecondOfLearn).DoesNotShow(FirstOfLearn);
    }

    private async Task BothTurn()
    {
        var asItWas = ana.Sees("Learn · 2 of 4").OnAnOldScreen();
        await ben.Sees("Learn · 2 of 4").Press("On to Apply");
        (await stage.Then(asItWas.Press("On to Apply"))).Shows("You both turned the page; I turned it once.").Shows("Apply · 3 of 4");
        ben.Sees("Apply · 3 of 4");

        (await stage.Then(asItWas.Press("Back"))).Shows("Apply · 3 of 4").DoesNotShow("You both");
        (await stage.Then(asItWas.Press("Other prompts"))).Shows("Apply · 3 of 4");
        ben.Sees("Apply · 3 of 4");
    }

    private async Task JustThePrompts()
    {
        await stage.Then((await More(ana)).Submit("Just the prompts"));
        ana.Sees("All four parts on one card").DoesNotShow("Apply · 3 of 4");

        await stage.Then(ben.Sees("Apply · 3 of 4").Press("On to Reflect"));
        ana.SeesNothingNew();
        (await stage.Then(ana.Sees("All four parts on one card").Press("One at a time"))).Shows("Reflect · 4 of 4");
    }

    private async Task AnotherPart()
    {
        await stage.Then((await More(ben)).Fill("To another part", "Learn").Submit("Go there"));
        ben.Sees("Learn · 2 of 4");
        ana.Sees("Learn · 2 of 4").Shows("Ben Carter turned to Learn.");
        await stage.Then(ana.Sees("Learn · 2 of 4").Press("Back"));
        ben.Sees("Review · 1 of 4").Shows("Ana Lima turned to Review, where you both began.");

        var before = ben.Sees("Review · 1 of 4").OnAnOldScreen();
        await town.Later(Duration.FromMinutes(5));
        await ben.Says("where am i");
        (await stage.Then(ben.Sees("the card for your conversation is open").Press("Show the card"))).Shows("Here it is, just below.");
        ben.Sees("There is a newer card below.");
        (await stage.Then(before.Press("On to Learn"))).Shows("There is a newer card below.");
        ana.Sees("Review · 1 of 4");
        await stage.Then((await More(ana)).Fill("To another part", "Reflect").Submit("Go there"));
    }

    private async Task IsOver()
    {
        var reflecting = ana.Sees("Reflect · 4 of 4").OnAnOldScreen();
        (await stage.Then(ben.Sees("Reflect · 4 of 4").Press("We're done"))).Shows("Until next time").Shows("I ask tomorrow");
        ana.Sees("Until next time");
        (await stage.Then(reflecting.Press("Back"))).Shows("Until next time");
        (await stage.Then(ana.Sees("Until next time").Press("Not now"))).Shows("All right. Type “time” whenever you like.");
    }

    private async Task Overnight()
    {
        await stage.Days(7);
        await Talks(ana);
        await Talks(ben);
        var left = ana.Sees("Review · 1 of 4");
        await stage.Then(left.Press("On to Learn"));

        await stage.Days(1);
        ana.Sees("This one is closed. If you left in the middle, nothing is missing");
        ben.Sees("This one is closed.").DoesNotShow("We met");
        (await stage.Then(left.OnAnOldScreen().Press("On to Learn"))).Shows("This one is closed.");
    }

    private async Task WeMet()
    {
        await stage.Days(7);
        await Talks(ana);
        await Talks(ben);
        await ben.Says("where am i");
        (await stage.Then(ben.Sees("the card for your conversation is open").Press("We met"))).Shows("Good. I ask nothing more about it, unless one of you shares a note.");
        ana.Sees("This has been settled.").DoesNotShow("Ben Carter");

        await Talks(ana);
        await stage.Then((await More(ana)).Submit("We met"));
        ana.Sees("Good. I ask nothing more about it, unless one of you shares a note.");

        await Talks(ana);
        await stage.Days(1);
        await stage.Then(ana.Sees("This one is closed.").Press("We met"));
        ana.Sees("Good. I ask nothing more about it, unless one of you shares a note.");
    }

    private async Task Talks(Resident person)
    {
        await person.Says("talk");
        await town.Settles();
        person.Sees("Here it is, just below.");
        person.Sees("of 4");
    }

    /// <summary>What there is beside the buttons.</summary>
    private static Task<SeenForm> More(Resident person) => person.Sees("of 4").Opens("More");
}
