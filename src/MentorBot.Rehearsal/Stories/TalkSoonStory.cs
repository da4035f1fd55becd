namespace MentorBot.Rehearsal.Stories;

/// <summary>It is pressing: whoever is asked sees three short times within two days, each a button that says yes. Nobody, a no, and a yes to one of them.</summary>
public sealed class TalkSoonStory(Town town)
{
    public const string Title = "Twenty minutes, this week";

    private const string Theme = "Difficult conversations";

    private readonly Staging stage = new(town);
    private readonly Resident ana = town.Person("Ana");
    private readonly Resident chidi = town.Person("Chidi");
    private readonly Resident ben = town.Person("Ben");
    private readonly Resident eva = town.Person("Eva");
    private readonly Resident noor = town.Person("Noor");

    public Story Told => new Story(Title)
        .Then("Ana mentors; Eva asks for somebody this week, and chooses her", EvaAsks)
        .Then("Ana is away, and the first of the three times comes: nobody had twenty minutes", NobodyHasTime)
        .Then("Chidi mentors as well; Ben asks for this week, and Ana would rather not: he hears when the time is up", AnaSaysNo)
        .Then("Chidi takes one of the three times: twenty minutes are booked", ChidiSaysYes);

    private async Task EvaAsks()
    {
        await stage.Install(noor, ana, chidi, ben, eva);
        await stage.BecomesMentor(ana, Theme, "Two");
        await AsksForThisWeek(eva);
        await stage.Sends(eva);
        eva.Sees("Someone you could talk with").Shows("Whoever you choose sees up to three short times within two days.");
        await stage.Chooses(eva, ana);
        eva.Sees("I'm asking Ana Lima").Shows("If it is yes, you have twenty minutes at one of these times");
        await eva.Says("where am i");
        eva.Sees("Short times went to Ana Lima. You hear from me by");

        ana.Sees("Twenty minutes for Eva Meijer?").Shows("would like to talk this week").Shows("Know more");
        await ana.Says("where am i");
        await stage.Then(ana.Sees("Eva Meijer would like twenty minutes with you this week; answer by").Press("Show it"));
        (await ana.Sees("Twenty minutes for Eva Meijer?").Opens("Know more")).Shows("Yes, another time").Close();
    }

    private async Task NobodyHasTime()
    {
        await stage.Days(2);
        ana.Sees("This has been settled").DoesNotShow("Eva");
        ana.DoesNotSee("Still open until");
        (await stage.Then(eva.Sees("Nobody had twenty minutes in these two days.").Press("Yes, look further"))).Shows("I'm looking");
        await stage.Withdraws(eva.Sees("I'm looking"));
    }

    private async Task AnaSaysNo()
    {
        await stage.BecomesMentor(chidi, Theme, "Two");
        await AsksForThisWeek(ben);
        await stage.Sends(ben);
        await stage.Chooses(ben, ana);
        await stage.Then(ana.Sees("Twenty minutes for Ben Carter?").Press("Not now"));
        ben.Sees("I'm asking Ana Lima");
        ben.DoesNotSee("didn't come about");

        await stage.Days(4);
        await stage.Then(ben.Sees("Twenty minutes with Ana Lima didn't come about.").Press("Choose again"));
        await stage.Chooses(ben, chidi);
    }

    private async Task ChidiSaysYes()
    {
        var asked = chidi.Sees("Twenty minutes for Ben Carter?");
        var time = asked.Titles[1];
        (await stage.Then(asked.Press(time))).Shows("You and Ben Carter").Shows("You meet on").Shows("for 20 minutes");
        ben.Sees("Chidi Obi said yes").Shows("for 20 minutes");
        await ben.Says("where am i");
        ben.Sees("You talk with Chidi Obi on");
    }

    private async Task AsksForThisWeek(Resident person)
    {
        var form = (await Staging.AskForm(person)).Fill(Staging.HelpWanted, "Someone to think with").Fill("How soon?", "This week, it is pressing");
        await stage.Then(form.Submit("Find me someone"));
        person.Sees("I'm looking").Shows("someone with twenty minutes very soon");
    }
}
