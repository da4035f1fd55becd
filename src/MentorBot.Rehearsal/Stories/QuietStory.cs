namespace MentorBot.Rehearsal.Stories;

/// <summary>What the bot says unprompted: together, seldom, never at night, and not at all to who wants to hear nothing.</summary>
public sealed class QuietStory(Town town)
{
    public const string Title = "In no hurry, and quiet";

    private const string Theme = "A change of role or place";
    private const string WordsOfAna = "Curiosity, and a laugh now and then.";

    private readonly Staging stage = new(town);
    private readonly Resident ana = town.Person("Ana");
    private readonly Resident ben = town.Person("Ben");
    private readonly Resident noor = town.Person("Noor");

    public Story Told => new Story(Title)
        .Then("Ana says yes to Ben, and a long while passes", Before)
        .Then("Two things come together in one message the next morning", Together)
        .Then("It has been quiet: asked once", Asked)
        .Then("Snooze, and other quiet hours", Snooze)
        .Then("Nothing at all until Ben writes", Stop);

    private async Task Before()
    {
        await stage.Install(noor, ana, ben);
        await stage.BecomesMentor(ana, Theme);
        await stage.Begins(ben, ana, Theme);
        await stage.Days(45);
    }

    private async Task Together()
    {
        await AnaShows(true);
        ben.DoesNotSee("A few things, in no hurry");
        await stage.Days(1);
        var bundle = ben.Sees("A few things, in no hurry").Shows("it has been a while").Shows("Ana Lima has noted how they would like to do this");
        (await bundle.Opens("Look at the questions")).Shows(WordsOfAna);
        await stage.Then(bundle.Press("Open it"));
        ana.Sees("It has been a while. That may be just right.");
    }

    private async Task Asked()
    {
        await stage.Then(ben.Sees("That may be just right").Press("Right as it is"));
        ben.Sees("Good. I won't ask again.");
        await stage.Days(100);
        ben.DoesNotSee("That may be just right");
    }

    private async Task Snooze()
    {
        await ben.Says("snooze");
        var form = await ben.Sees("How much would you like to hear?").Opens("Choose");
        (await stage.Then(form.Fill("Quiet hours to", "09:00").Submit("Save"))).Shows("Saved.");
        await AnaShows(false);
        await AnaShows(true);
        await stage.Days(6);
        await stage.Days(2);
        ben.Sees("Ana Lima has noted how they would like to do this");
    }

    private async Task Stop()
    {
        await ben.Says("stop");
        var form = await ben.Sees("How much would you like to hear?").Opens("Choose");
        (await stage.Then(form.Submit("Save"))).Shows("You won't hear from me until you write.");
        await stage.Days(30);
        await ben.Says("quiet");
        (await ben.Sees("How much would you like to hear?").Opens("Choose")).Shows("At most two messages a week");
    }

    private async Task AnaShows(bool isShown)
    {
        await ana.Says("where am i");
        var form = (await (await ana.Sees("Where you are").Opens("More")).Submit("Look at the questions")).Form;
        form.Fill("1. What do you hope the other person will bring to this?", WordsOfAna).Fill("Answer 1: who sees it", isShown);
        await stage.Then(form.Submit("Save"));
    }
}
