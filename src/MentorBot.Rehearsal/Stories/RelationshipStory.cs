using NodaTime;

namespace MentorBot.Rehearsal.Stories;

/// <summary>Ana has said yes to Ben and to Eva. It gets lighter for a while, is handed over, and is stopped: without a reason, and without blame.</summary>
public sealed class RelationshipStory(Town town)
{
    public const string Title = "When it gets tight, and when it ends";

    private const string WordsOfEva = "Whether I should move to another country for this job.";
    private const string Theme = "A change of role or place";

    private readonly Staging stage = new(town);
    private readonly Resident ana = town.Person("Ana");
    private readonly Resident chidi = town.Person("Chidi");
    private readonly Resident ben = town.Person("Ben");
    private readonly Resident eva = town.Person("Eva");
    private readonly Resident noor = town.Person("Noor");

    public Story Told => new Story(Title)
        .Then("Ana says yes to Ben, and to Eva", Before)
        .Then("Twenty minutes, later, a quiet month: Ana reads the sentence before Ben does", Lighter)
        .Then("The quiet month ends by itself; another one ends earlier", QuietEnds)
        .Then("Ana hands over; Eva has an early place, and her earlier answers are filled in", HandOver)
        .Then("Ben stops, and reads one sentence; so does Ana", BenStops)
        .Then("Who has stopped is not introduced again", NotAgain);

    private async Task Before()
    {
        await stage.Install(noor, ana, chidi, ben, eva);
        await stage.BecomesMentor(ana, Theme, "Two");
        await stage.Begins(ben, ana, Theme);

        // So that Eva is the later of the two.
        await town.Later(Duration.FromMinutes(1));
        var form = (await Staging.AskForm(eva))
            .Fill("What would you like to talk about?", WordsOfEva)
            .Fill(Staging.HelpWanted, "Finding my direction")
            .Fill(Staging.ThemesWanted, Theme);
        await stage.Then(form.Submit("Find me someone"));
        await stage.Sends(eva);
        await stage.Chooses(eva, ana);
        await stage.SaysYes(ana, eva);
        await ana.Says("where am i");
        ana.Sees("You are with as many people as you wished for.");
    }

    private async Task Lighter()
    {
        var form = await Lightens(ben, "20 minutes");
        await stage.Then(form.Shows("Your conversation with Ana Lima on").Shows("is now twenty minutes").Submit("Not now"));
        ben.DoesNotSee("is now twenty minutes");

        (await stage.Then((await Lightens(ben, "20 minutes")).Submit("Send this"))).Shows("Next time is twenty minutes, on");
        await stage.Then(ben.Sees("is now twenty minutes").Press("Keep it"));
        ben.Sees("20 minutes");
        await stage.Then((await Lightens(ben, "Later")).Submit("Send this"));
        ben.Sees("moves to another time. Choose one that suits you.");
        await stage.Then((await Lightens(ben, "Quiet month")).Submit("Send this"));
        ben.Sees("It is quiet between you and Ana Lima until");
        await ben.Says("where am i");
        ben.Sees("You and Ana Lima have a quiet time until");
    }

    private async Task QuietEnds()
    {
        await stage.Days(31);
        ben.Sees("The quiet time with Ana Lima is over.");
        ana.Sees("The quiet time with Ben Carter is over.").Shows("I look for times that suit you both.");
        ana.Sees("Times for you and Ben Carter");
        ben.Sees("Times for you and Ana Lima");

        await stage.Then((await Lightens(ben, "Quiet month")).Submit("Send this"));
        await ben.Says("where am i");
        await stage.Then(ben.Sees("You and Ana Lima have a quiet time until").Press("Go on earlier"));
        await ben.Says("where am i");
        ben.Sees("You and Ana Lima both said yes. A time is still open.");
    }

    private async Task HandOver()
    {
        var form = await Lightens(eva, "Hand over");
        (await stage.Then(form.Shows("Your conversations with Eva Meijer end.").Submit("I'll tell them first"))).Shows("Nothing has been sent.");
        eva.DoesNotSee("Someone new, if you like");

        await stage.Then((await Lightens(eva, "Hand over")).Submit("Hand over now"));
        ana.Sees("Eva Meijer reads one kind sentence.");
        var read = eva.Sees("Someone new, if you like").Shows("It has nothing to do with you.");

        await stage.BecomesMentor(chidi, Theme);
        await stage.Then(read.Press("Find me someone"));
        form = await eva.Sees("Before you write anything").Opens("Open the form");
        await stage.Then(form.Shows(WordsOfEva).Submit("Find me someone"));
        await stage.Sends(eva);
        eva.Sees("Someone you could talk with").Shows("Chidi Obi").DoesNotShow("Ana Lima");
        await stage.Withdraws(eva.Sees("Someone you could talk with"));
    }

    private async Task BenStops()
    {
        foreach (var button in new[] { "Go on", "Stop here" })
        {
            await ben.Says("where am i");
            var more = await ben.Sees("You and Ana Lima both said yes. A time is still open.").Opens("More");
            var form = (await more.Submit("Stop here")).Form;
            await stage.Then(form.Shows("Stop with Ana Lima?").Shows("unless both of you ask for it").Submit(button));
        }

        ben.Sees("Stopped. Ana Lima reads one neutral sentence.");
        ana.Sees("This has come to an end").Shows("it is nobody's fault").Shows("Ben Carter");
    }

    private async Task NotAgain()
    {
        await stage.Then(ben.Sees("Stopped.").Press("Find me someone"));
        var form = await ben.Sees("Before you write anything").Opens("Open the form");
        form.Unfold("More wishes");
        await Staging.Picks(form, "Is there someone you would like to ask?", ana);
        await stage.Then(form.Submit("Find me someone"));
        await stage.Until(ben, IsoDayOfWeek.Friday, 19);
        await stage.Days(7);
        ben.Sees("Someone you could talk with").Shows("Chidi Obi").DoesNotShow("Ask Ana");
        await stage.Then(ben.Sees("Someone you could talk with").Press("None of these"));
        await stage.Then(ben.Sees("That is fine").Press("Back to them"));
        await stage.Withdraws(ben.Sees("Someone you could talk with"));
    }

    /// <summary>Ana opens her offer, says with whom it gets tight, and presses one of the four ways.</summary>
    private async Task<SeenForm> Lightens(Resident with, string way)
    {
        await ana.Says("offer");
        var form = await ana.Sees("When it gets tight").Opens("When it gets tight");
        if (form.Titles.Contains(with.Name))
            form = (await form.Submit(with.Name)).Form;
        return (await form.Shows(with.Name).Submit(way)).Form;
    }
}
