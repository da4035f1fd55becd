using NodaTime;

namespace MentorBot.Rehearsal.Stories;

/// <summary>
/// Those who are chosen answer, or do not: a no, a silence, a pause, and a yes at last. Whatever the cause, the person asking
/// reads the same words on the next working morning.
/// </summary>
public sealed class AnsweringStory(Town town)
{
    public const string Title = "Being chosen, and answering";

    private const string WordsOfBen = "I was promoted over my best friend at work, and we both feel it.";
    private const string LineOfBen = "How to lead people who used to be my equals.";
    private const string Theme = "Leading, with or without a title";

    private readonly Staging stage = new(town);
    private readonly Resident ana = town.Person("Ana");
    private readonly Resident chidi = town.Person("Chidi");
    private readonly Resident marta = town.Person("Marta");
    private readonly Resident ben = town.Person("Ben");
    private readonly Resident eva = town.Person("Eva");
    private readonly Resident noor = town.Person("Noor");

    public Story Told => new Story(Title)
        .Then("Ana, Chidi and Marta mentor; Ben and Eva ask, and Noor sends them whom the bot found", Before)
        .Then("Ana would rather not; Ben hears the next working morning, and chooses again", AnaSaysNo)
        .Then("Chidi is asked by both, and silent: one reminder, then the date", ChidiIsSilent)
        .Then("Two silences: Chidi is resting, and comes back", ChidiRests)
        .Then("Marta says yes, and reads what Ben wrote", MartaSaysYes)
        .Then("Ana pauses while Eva asks her: that settles it", AnaPauses)
        .Then("Chidi stops offering", ChidiStops);

    private async Task Before()
    {
        await stage.Install(noor, ana, chidi, marta, ben, eva);
        foreach (var mentor in new[] { ana, chidi, marta })
            await stage.BecomesMentor(mentor, Theme, "Two");

        var form = (await Staging.AskForm(ben))
            .Fill("What would you like to talk about?", WordsOfBen)
            .Fill(Staging.HelpWanted, "Someone to think with")
            .Fill(Staging.ThemesWanted, Theme)
            .Unfold("More wishes")
            .Fill("One line a mentor may read before saying yes", LineOfBen);
        await stage.Then(form.Submit("Find me someone"));
        await stage.Asks(eva, Theme);
        await stage.Sends(ben);
        await stage.Sends(eva);
    }

    private async Task AnaSaysNo()
    {
        await stage.Chooses(ben, ana);
        var asked = ana.Sees("Ben Carter would like to talk with you").Shows(Theme).DoesNotShow(LineOfBen);
        var form = await asked.Opens("Know more");
        form.Shows("A little more").Shows(LineOfBen).Shows("Someone to think with").DoesNotShow(WordsOfBen);
        (await stage.Then(form.Submit("Not now"))).Shows("Ben Carter reads only that it didn't come about.");
        ana.Sees("This has been settled").DoesNotShow("Ben Carter");
        ben.Sees("I'm asking Ana Lima");
        ben.DoesNotSee("This one didn't come about");

        await stage.Until(ben, IsoDayOfWeek.Tuesday, 10);
        ben.Sees("This one didn't come about").Shows("none of them says anything about you");
        await ben.Says("where am i");
        await stage.Then(ben.Sees("The last one didn't come about.").Press("Choose again"));
        ben.Sees("Two people you could talk with").DoesNotShow("Ana Lima");
    }

    private async Task ChidiIsSilent()
    {
        await stage.Chooses(ben, chidi);
        await stage.Chooses(eva, chidi);
        await chidi.Says("where am i");
        chidi.Sees("Ben Carter would like to talk with you; answer by").Shows("Eva Meijer would like to talk with you");

        await stage.Until(ben, IsoDayOfWeek.Friday, 19);
        chidi.Sees("Still open until").Shows("Any answer is fine");
        chidi.Sees("There is a newer card below");
        await ben.Says("where am i");
        ben.Sees("I have asked Chidi Obi. You hear from me by");

        await stage.Until(eva, IsoDayOfWeek.Tuesday, 19);
        await stage.Until(ben, IsoDayOfWeek.Tuesday, 19);
        chidi.Sees("This has been settled");
        await stage.Until(ben, IsoDayOfWeek.Wednesday, 10);
        ben.Sees("With Chidi Obi it didn't come about.");
        eva.Sees("With Chidi Obi it didn't come about.");
        await noor.Says("desk");
        noor.Sees("Your desk").DoesNotShow("Chidi");
    }

    private async Task ChidiRests()
    {
        chidi.Sees("Nobody is told.").Shows("You are resting");
        await chidi.Says("where am i");
        chidi.Sees("You come back when you say so.");
        (await stage.Then(chidi.Sees("Nobody is told.").Press("I'm back"))).Shows("You are open to 2 people");
    }

    private async Task MartaSaysYes()
    {
        await stage.Then(ben.Sees("This one didn't come about").Press("Choose again"));
        await stage.Chooses(ben, marta);
        var form = await marta.Sees("Ben Carter would like to talk with you").Opens("Know more");
        await stage.Then(form.Submit("Yes, another time"));
        marta.Sees("Times for you and Ben Carter");
        ben.Sees("Times for you and Marta Silva");
        var pair = marta.Sees("What Ben Carter asked for is open to you now").DoesNotShow(WordsOfBen);
        (await pair.Opens("Read what they wrote")).Shows(WordsOfBen).Close();
        (await (await pair.Opens("More")).Submit("Read what they wrote")).Form.Shows(WordsOfBen).Close();
        ben.Sees("Marta Silva said yes");
        await ben.Says("where am i");
        ben.Sees("You and Marta Silva both said yes. A time is still open.");
        await noor.Says("desk");
        noor.Sees("1 placed so far").DoesNotShow("Marta");
    }

    private async Task AnaPauses()
    {
        await stage.Then(eva.Sees("This one didn't come about").Press("Go on looking"));
        eva.Sees("I'm looking");
        await stage.Until(eva, IsoDayOfWeek.Monday, 19);
        await stage.Chooses(eva, ana);
        var pause = await ana.Sees("From now on someone may choose you").Opens("Pause until");
        await stage.Then(pause.Submit("Pause"));
        ana.Sees("This has been settled").DoesNotShow("Eva");
        eva.Sees("I'm asking Ana Lima");

        await stage.Until(eva, IsoDayOfWeek.Tuesday, 10);
        await stage.Then(eva.Sees("With Ana Lima it didn't come about.").Press("Talk with Noor"));
        noor.Sees("Eva Meijer would like a word").DoesNotShow("Ana");
        await stage.Withdraws(eva.Sees("With Ana Lima it didn't come about."));
    }

    private async Task ChidiStops()
    {
        await chidi.Says("offer");
        await stage.Then((await chidi.Sees("From now on someone may choose you").Opens("Stop offering")).Submit("Stop offering"));
        chidi.Sees("Stopped, and your offer is erased");
    }
}
