using NodaTime;

namespace MentorBot.Rehearsal.Stories;

/// <summary>Nobody is found at first: Tomáš goes on looking, is wider, and has a word with Noor. Jun lets his choice pass, and it is put aside.</summary>
public sealed class NobodyYetStory(Town town)
{
    public const string Title = "When nobody is found yet, and when nobody is chosen";

    private readonly Staging stage = new(town);
    private readonly Resident ana = town.Person("Ana");
    private readonly Resident chidi = town.Person("Chidi");
    private readonly Resident tomas = town.Person("Tomáš");
    private readonly Resident alex = town.Person("Alex");
    private readonly Resident jo = town.Person("Jo");
    private readonly Resident noor = town.Person("Noor");

    public Story Told => new Story(Title)
        .Then("Ana and Chidi mentor; Tomáš would like to talk in Czech, and nobody can", TomasAsks)
        .Then("Three working days later he hears so, and goes on looking", HeGoesOn)
        .Then("He would like a word with Noor", AWord)
        .Then("He is wider with his wishes, and there is somebody", HeIsWider)
        .Then("He makes no choice: one reminder, and it is put aside with his place kept", PutAside)
        .Then("Alex and Jo are both looking, and would talk as equals", AsEquals)
        .Then("Noor suggests somebody where nothing was found", NoorSuggests);

    private async Task TomasAsks()
    {
        await stage.Install(noor, ana, chidi, tomas, alex, jo);
        await stage.BecomesMentor(chidi, "Difficult conversations");
        var form = await Staging.AskForm(tomas);
        form.Fill(Staging.HelpWanted, "Someone who listens").Unfold("More wishes").Fill("Which languages do you like to talk in?", "Czech");
        await stage.Then(form.Submit("Find me someone"));
        (await stage.Waits(tomas)).Shows("I have found nobody under the rules so far.");
    }

    private async Task HeGoesOn()
    {
        await stage.Until(tomas, IsoDayOfWeek.Thursday, 19);
        tomas.Sees("I haven't found the right person yet, and that says nothing about you.");
        await tomas.Says("where am i");
        await stage.Then(tomas.Sees("I look again by").Press("Other ways"));
        await stage.Then(tomas.Sees("Not yet").Press("Go on looking"));
        tomas.Sees("I'm looking");
    }

    private async Task AWord()
    {
        await stage.Until(tomas, IsoDayOfWeek.Friday, 19);
        await stage.Days(7);
        await stage.Then(tomas.Sees("Not yet").Press("Talk with Noor"));
        tomas.Sees("knows that you would like a word, and nothing of what you wrote");
        noor.Sees("Tomáš Novák would like a word");
    }

    private async Task HeIsWider()
    {
        await tomas.Says("where am i");
        await stage.Then(tomas.Sees("Where you are").Press("Other ways"));
        await stage.Then((await tomas.Sees("Not yet").Opens("Widen my wishes")).Submit("Leave it as is"));
        (await (await tomas.Sees("Not yet").Opens("Widen my wishes")).Submit("Save")).Shows("Nothing ticked, so nothing changed.");
        var form = await tomas.Sees("Not yet").Opens("Widen my wishes");
        form.Fill("Fine as well", "Another language I speak", "Other hours of the day");
        await stage.Then(form.Submit("Save"));
        tomas.Sees("I'm looking");
        await stage.Sends(tomas);
        tomas.Sees("Someone you could talk with").Shows("Chidi Obi");
    }

    private async Task PutAside()
    {
        await stage.Days(5);
        tomas.Sees("you could talk with");
        tomas.Sees("There is a newer card below");
        await stage.Days(5);
        await stage.Then(tomas.Sees("I've put this aside and kept your place until").Press("Take it up again"));
        await stage.Then(tomas.Sees("Someone you could talk with").Press("None of these"));
        await stage.Then((await tomas.Sees("That is fine").Opens("Change my wishes")).Submit("Leave it as is"));
        await tomas.Says("where am i");
        await stage.Withdraws(tomas.Sees("Where you are"));
    }

    private async Task AsEquals()
    {
        var pause = await chidi.Sees("From now on someone may choose you").Opens("Pause until");
        await stage.Then(pause.Submit("Pause"));
        await stage.Asks(alex, "Starting something new");
        await stage.Asks(jo, "Starting something new");
        await stage.Days(7);
        foreach (var person in new[] { alex, jo })
            await stage.Then(person.Sees("Not yet").Press("Someone looking too"));
        alex.Sees("You are fine with someone who is looking, too.");
        await stage.Days(7);
        alex.Sees("Someone you could talk with").Shows("Jo Davies");
        await stage.Chooses(alex, jo);
        await stage.SaysYes(jo, alex);
    }

    private async Task NoorSuggests()
    {
        await stage.Asks(tomas, "Starting something new");
        await stage.BecomesMentor(ana, "Difficult conversations");
        var form = await (await stage.Waits(tomas)).Opens("Suggest someone");
        await Staging.Picks(form, "Whom do you have in mind?", ana);
        (await stage.Then(form.Submit("Suggest"))).Shows("Ana Lima isn't available for this; I say so in the same words whatever the cause.");
        await chidi.Says("offer");
        await stage.Then(chidi.Sees("You are pausing until").Press("I'm back"));
        form = await (await stage.Waits(tomas)).Opens("Suggest someone");
        await Staging.Picks(form, "Whom do you have in mind?", chidi);
        await stage.Then(form.Submit("Suggest"));
        await stage.Sends(tomas);
        tomas.Sees("Someone you could talk with").Shows("Chidi Obi");
    }
}
