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

        var form = (await Staging.AskForm(eva))
            .Fill("What would you like to talk about?", WordsOfEva)
            .Fill(Staging.HelpWanted, "Finding my direction")
            .Fill(Staging.ThemesWanted, Theme);
        await stage.Then(form.Submit("Find me someone"));
        await stage.Sends(eva);
        await stage.Chooses(eva, ana);
        await stage.Then(ana.Sees("Eva Meijer would like to talk with you").Press("Yes"));
        eva.Sees("Ana Lima said yes");
        await ana.Says("where am I");
        ana.Sees("You are with as many people as you wished for.");
    }

    private async Task Lighter()
    {
        var form = await (await Tight(ben)).Opens("20 minutes");
        form.Shows("twenty minutes");
        await stage.Then(form.Submit("Not now"));
        ben.DoesNotSee("twenty minutes");

        await stage.Then((await (await Tight(ben)).Opens("20 minutes")).Submit("Send this"));
        ana.Sees("The next time you book will be twenty minutes.");
        ben.Sees("twenty minutes");

        await stage.Then((await (await Tight(ben)).Opens("Later")).Submit("Send this"));
        ben.Sees("moves");

        await stage.Then((await (await Tight(ben)).Opens("Quiet month")).Submit("Send this"));
        ana.Sees("Quiet until");
        ben.Sees("It is quiet between you and Ana Lima until").Shows("What you noted stays where it is.");
        await ben.Says("where am I");
        ben.Sees("You and Ana Lima have a quiet time until");
    }

    private async Task QuietEnds()
    {
        await stage.Days(31);
        ben.Sees("Your quiet time with Ana Lima is over");
        ana.Sees("Your quiet time with Ben Carter is over");

        await stage.Then((await (await Tight(ben)).Opens("Quiet month")).Submit("Send this"));
        await ben.Says("where am I");
        await stage.Then(ben.Sees("You and Ana Lima have a quiet time until").Press("Go on earlier"));
        await ben.Says("where am I");
        ben.Sees("You and Ana Lima").DoesNotShow("quiet");
    }

    private async Task HandOver()
    {
        var form = await (await Tight(eva)).Opens("Hand over");
        await stage.Then(form.Shows("Your conversations with Eva Meijer end.").Submit("I'll tell Eva Meijer first"));
        eva.DoesNotSee("Someone new, if you like");

        await stage.Then((await (await Tight(eva)).Opens("Hand over")).Submit("Hand over now"));
        ana.Sees("You have room for someone, when you like.");
        var read = eva.Sees("Someone new, if you like").Shows("It has nothing to do with you.");

        await stage.BecomesMentor(chidi, Theme);
        await stage.Then(read.Press("Find me someone"));
        form = await eva.Sees("Before you write anything").Opens("Open the form");
        await stage.Then(form.Shows(WordsOfEva).Submit("Find me someone"));
        await stage.Sends(eva);
        eva.Sees("Someone you could talk with").Shows("Chidi Obi").DoesNotShow("Ana Lima");
        await eva.Says("where am I");
        await stage.Then((await eva.Sees("people to choose from").Opens("Withdraw")).Submit("Withdraw"));
    }

    private async Task BenStops()
    {
        await ben.Says("where am I");
        var form = await ben.Sees("You and Ana Lima").Opens("Stop here");
        form.Shows("Stop with Ana Lima?").Shows("I won't introduce the two of you to each other again.");
        await stage.Then(form.Submit("Go on"));
        await ben.Says("where am I");
        await stage.Then((await ben.Sees("You and Ana Lima").Opens("Stop here")).Submit("Stop here"));
        ben.Sees("Stopped.");
        ana.Sees("This has come to an end").Shows("it is nobody's fault").Shows("Ben Carter");
        ana.DoesNotSee("Ben Carter stopped");
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
        ben.Sees("Someone you could talk with").Shows("Chidi Obi").DoesNotShow("Ask Ana Lima");
        await stage.Then(ben.Sees("Someone you could talk with").Press("None of these"));
        await ben.Says("where am I");
        await stage.Then((await ben.Sees("Where you are").Opens("Withdraw")).Submit("Withdraw"));
    }

    /// <summary>Ana's card of the four ways to make it lighter with this person.</summary>
    private async Task<SeenCard> Tight(Resident with)
    {
        await stage.Then(ana.Sees($"You and {with.Name}").Press("Make it lighter"));
        return ana.Sees("When it gets tight").Shows(with.Name);
    }
}
