using NodaTime;

namespace MentorBot.Rehearsal.Stories;

/// <summary>Ben asks for somebody to talk with, changes his mind as people do, and chooses; Noor looks at those found in between.</summary>
public sealed class AskingStory(Town town)
{
    public const string Title = "Asking for somebody to talk with";

    private const string WordsOfBen = "My team has doubled, and nobody says what they think any more.";
    private const string LineOfBen = "I would like to learn how to disagree in a friendly way.";
    private const string Theme = "Difficult conversations";

    private readonly Staging stage = new(town);
    private readonly Resident ana = town.Person("Ana");
    private readonly Resident chidi = town.Person("Chidi");
    private readonly Resident marta = town.Person("Marta");
    private readonly Resident kim = town.Person("Kim");
    private readonly Resident helena = town.Person("Helena");
    private readonly Resident ben = town.Person("Ben");
    private readonly Resident noor = town.Person("Noor");

    public Story Told => new Story(Title)
        .Then("Five people mentor here, and Ben gets the bot", Before)
        .Then("Ben thinks twice, keeps his form for later, and sends it", BenAsks)
        .Then("Ben asks where he is, and changes something", BenChanges)
        .Then("Ben adds a second wish, and withdraws it", BenAddsAnother)
        .Then("Noor looks at the three, and swaps one", NoorSwapsOne)
        .Then("Noor sends them", NoorSends)
        .Then("Ben looks at each, at none of them, and at others", BenLooks)
        .Then("Ben chooses, takes it back, and chooses again", BenChooses)
        .Then("Ben withdraws while Ana is asked", BenWithdraws);

    private async Task Before()
    {
        await stage.Install(noor, ana, chidi, marta, kim, helena, ben);
        foreach (var mentor in new[] { ana, chidi, marta, helena })
            await stage.BecomesMentor(mentor, Theme, "Two");
        await stage.BecomesMentor(kim, "Starting something new");
    }

    private async Task BenAsks()
    {
        await stage.Then(ben.Sees("Hello, I arrange conversations").Press("Find me someone"));
        var notice = ben.Sees("Before you write anything");
        (await stage.Then(notice.Press("Not now"))).Shows("All right. Nothing was noted.");

        var form = await Staging.AskForm(ben);
        form.Fill("What would you like to talk about?", WordsOfBen);
        await stage.Then(form.Submit("Keep this for later"));
        await stage.Then(ben.Sees("Kept for you, not sent").Press("Erase it"));

        form = await Staging.AskForm(ben);
        form.Fill("What would you like to talk about?", WordsOfBen);
        await stage.Then(form.Submit("Keep this for later"));
        form = await ben.Sees("Kept for you, not sent").Opens("Open it");
        form.Shows(WordsOfBen)
            .Fill(Staging.HelpWanted, "Someone to think with", "Another view of a situation")
            .Fill(Staging.ThemesWanted, Theme)
            .Unfold("More wishes")
            .Fill("How would you like to meet?", "On Teams")
            .Fill("One line a mentor may read before saying yes", LineOfBen);
        await Staging.Picks(form, "Is there anyone you would rather not be introduced to?", helena);
        await stage.Then(form.Submit("Find me someone"));
        ben.Sees("I'm looking").Shows("you choose").Shows($"About: {Theme}").DoesNotShow("Helena");
    }

    private async Task BenChanges()
    {
        await ben.Says("where am i");
        ben.Sees("You hear from me by Thursday 5 March");
        var form = await ben.Sees("I'm looking").Opens("Change something");
        form.Shows(WordsOfBen).Fill("How soon?", "No hurry").Unfold("More wishes").Fill("May Noor de Boer read your answer to the first question?", "Yes, it may help to find someone");
        await stage.Then(form.Submit("Save"));
        ben.Sees("I'm looking").Shows("No hurry");

        await stage.Then((await ben.Sees("I'm looking").Opens("Change something")).Submit("Leave it as is"));
    }

    private async Task BenAddsAnother()
    {
        await ben.Says("ask");
        await stage.Then(ben.Sees("You already have something open").Press("Show me"));
        ben.Sees("I'm looking");
        var form = await ben.Sees("You already have something open").OnAnOldScreen().Opens("Add another");
        form.Fill(Staging.HelpWanted, "Introductions and new openings").Fill("How much do you have in mind?", "One conversation");
        await stage.Then(form.Submit("Find me someone"));

        var second = ben.Sees("Introductions and new openings");
        await stage.Then((await second.Opens("Withdraw")).Submit("Keep it going"));
        await stage.Withdraws(ben.Sees("Introductions and new openings"));
    }

    private async Task NoorSwapsOne()
    {
        var waiting = await stage.Waits(ben);
        waiting.Shows("I have found 3 people").Shows("Without a press they go out on");
        (await waiting.Opens("Read what they wrote")).Shows(WordsOfBen).Close();
        await stage.Then(noor.Sees("Ben Carter is looking for someone").Press("See the three"));
        noor.Sees("Three people for Ben Carter").Shows($"Both chose {Theme}.").DoesNotShow("Helena");

        foreach (var (whom, isAvailable) in new[] { (helena, false), (kim, true) })
        {
            var form = await noor.Sees("Three people for Ben Carter").Opens("Swap one");
            form.Fill("In whose place?", marta.Name);
            await Staging.Picks(form, "Whom do you have in mind?", whom);
            var answer = await stage.Then(form.Submit("Suggest"));
            if (!isAvailable)
                answer.Shows("Helena Duarte isn't available for this; I say so in the same words whatever the cause.");
        }

        noor.Sees("Three people for Ben Carter").Shows("Kim Nguyen").Shows("No theme in common.").DoesNotShow("Marta Silva");
    }

    private async Task NoorSends()
    {
        (await stage.Then(noor.Sees("Three people for Ben Carter").Press("Send these"))).Shows("Sent. Ben Carter chooses by");
        ben.Sees("Three people you could talk with").Shows($"You both chose {Theme}.").Shows("Kim Nguyen").DoesNotShow("Marta Silva");
        await ben.Says("where am i");
        await stage.Then(ben.Sees("You have 3 people to choose from").Press("Show them"));
        await noor.Says("desk");
        noor.Sees("Your desk").DoesNotShow("waiting");
    }

    private async Task BenLooks()
    {
        var three = ben.Sees("Three people you could talk with");
        (await three.Opens("More about Ana")).Shows("Let's see after the first").Close();
        (await stage.Then(ben.Sees("Three people you could talk with").Press("None of these"))).Shows("Nobody learns of it");
        await stage.Then(ben.Sees("That is fine").Press("Back to them"));
        await stage.Then(ben.Sees("Three people you could talk with").Press("None of these"));
        await stage.Then(ben.Sees("That is fine").Press("Show me others"));
        ben.Sees("I'm looking");
        await stage.Until(ben, IsoDayOfWeek.Thursday, 19);
        ben.Sees("Someone you could talk with").Shows("Marta Silva");
    }

    private async Task BenChooses()
    {
        await stage.Chooses(ben, marta);
        marta.Sees("Ben Carter would like to talk with you").Shows(Theme).DoesNotShow(LineOfBen);
        await ben.Says("where am i");
        ben.Sees("I have asked Marta Silva");
        await stage.Then(ben.Sees("I'm asking Marta Silva").Press("Take it back"));
        marta.Sees("Settled").DoesNotShow("Ben");
        await stage.Chooses(ben, marta);

        var form = await ben.Sees("I'm asking Marta Silva").Opens("Change something");
        form.Shows("is being asked right now").Unfold("More wishes").Fill("One line a mentor may read before saying yes", $"{LineOfBen} And how to listen.");
        await stage.Then(form.Submit("Save"));
        (await marta.Sees("Ben Carter would like to talk with you").Opens("Know more")).Shows("And how to listen.").Close();
    }

    private async Task BenWithdraws()
    {
        await stage.Withdraws(ben.Sees("I'm asking Marta Silva"));
        marta.Sees("This has been settled").DoesNotShow("Ben");
    }
}
