using NodaTime;

namespace MentorBot.Rehearsal.Stories;

/// <summary>Six pairs are asked how it is with each other. All who were asked read the same result at the same moment; of fewer there is none.</summary>
public sealed class CheckInsStory(Town town)
{
    public const string Title = "A check-in";

    private const string Theme = "A change of role or place";
    private const string All = "All 21, about six minutes";

    private readonly Staging stage = new(town);
    private readonly Resident ana = town.Person("Ana");
    private readonly Resident ben = town.Person("Ben");
    private readonly Resident kim = town.Person("Kim");
    private readonly Resident noor = town.Person("Noor");

    private readonly (Resident Mentor, Resident Mentee)[] pairs =
        [.. new[] { ("Ana", "Ben"), ("Tomáš", "Marek"), ("Inês", "Jo"), ("Kim", "Luis"), ("Sofia", "Helena"), ("Alex", "Charlie") }.Select(pair => (town.Person(pair.Item1), town.Person(pair.Item2)))];

    public Story Told => new Story(Title)
        .Then("One pair are too few to be asked", TooFewToAsk)
        .Then("With six, Noor plans it, changes her mind, sends it out, and stops it", Stops)
        .Then("She sends out all 21 statements; everybody is asked the next morning", GoesOut)
        .Then("Ana answers, changes something and would like a word; Ben would rather not; Kim takes hers back", Answers)
        .Then("One reminder; all others answer", Remind)
        .Then("The result comes to everyone at the same moment", Result)
        .Then("Ana reads what she chose, and erases it", Own)
        .Then("Six weeks later three answer: there is no result, and Noor lets no other follow", TooFew);

    private async Task TooFewToAsk()
    {
        await stage.Install(noor);
        await stage.FindEachOther(Theme, pairs[0]);
        await noor.Says("check-in");
        var form = await noor.Sees("None is open.").Opens("A new check-in");
        (await form.Submit("Check")).Form.Shows("This needs at least five pairs, and five people in each role.").Close();
    }

    private async Task Stops()
    {
        await stage.FindEachOther(Theme, pairs[1..]);
        await stage.CheckIns();
        var form = await noor.Sees("None is open.").Opens("A new check-in");
        form = (await form.Submit("Check")).Form;
        form = (await form.Shows("Ready to go out").Submit("Change")).Form;
        form = (await form.Submit("Check")).Form;
        (await stage.Then(form.Submit("Invite"))).Shows("You see the result on");

        await stage.CheckIns();
        var stop = await noor.Sees("seven statements: open until").Opens("Stop it");
        (await stage.Then(stop.Shows("Everyone's answers so far are erased").Submit("Stop it"))).Shows("Stopped and erased.");
    }

    private async Task GoesOut()
    {
        await stage.Launches("How much?", All);
        ana.DoesNotSee("21 statements");
        await town.Later(Duration.FromHours(32));
        foreach (var (mentor, mentee) in pairs)
        {
            mentor.Sees($"You and {mentee.Name}: 21 statements").Shows("nobody sees whether you answered");
            mentee.Sees($"You and {mentor.Name}: 21 statements");
        }
    }

    private async Task Answers()
    {
        await Staging.Answers(Asked(ana), "6");
        var form = await ana.Sees("Sent, and locked under your own key.").Opens("Change");
        await stage.Then(form.Fill(form.Labels[0], "5").Fill(form.Labels[^1], "Leave out").Submit("Send"));
        var word = await ana.Sees("Sent, and locked under your own key.").Opens("Please contact me");
        (await stage.Then(word.Shows("They learn nothing of your answers").Submit("Tell them"))).Shows("Noor de Boer gets in touch by");
        noor.Sees("Ana Lima would like a word").DoesNotShow("check-in");

        (await stage.Then(Asked(ben).Press("Not this time"))).Shows("All right. Nothing is noted.");
        await Staging.Answers(Asked(kim), "2");
        await stage.Then(kim.Sees("Sent, and locked under your own key.").Press("Take it back"));
        kim.Sees("Erased.");
    }

    private async Task Remind()
    {
        await stage.Days(9);
        await stage.Days(1);
        ben.Sees("this is the last I say of it");
        ana.DoesNotSee("this is the last I say of it");
        using var _ = town.Transcript.InShort("All but Ben Carter and Kim Nguyen answer");
        foreach (var (at, person) in pairs.SelectMany(pair => new[] { pair.Mentor, pair.Mentee }).Except([ana, ben, kim]).Index())
            await Staging.Answers(person.Sees("are open for a few more days"), at % 2 == 0 ? "5" : "6");
        await town.Settles();
    }

    private async Task Result()
    {
        // It closes on Monday afternoon.
        await stage.Days(3);
        await town.Later(Duration.FromHours(2));
        ana.DoesNotSee("How it is going");
        await town.Later(Duration.FromHours(22));
        foreach (var person in new[] { noor, ana, ben, kim })
            person.Sees("How it is going, March").Shows("Overall: ").Shows("Answers: from at least").Shows("Noor de Boer sees exactly this");
        var card = ben.Sees("How it is going, March");
        (await card.Opens("What isn't shown")).Shows("Exact ones could be subtracted.").Close();
        var table = (await card.Opens("As a table")).Shows("Overall: mean");
        if (table.Titles.Contains("As a file"))
            throw new RehearsalException("Only those who look after the programme take figures elsewhere.");
        (await card.Press("My own answers")).Shows("There is nothing of yours here.");
        table = await noor.Sees("How it is going, March").Opens("As a table");
        (await table.Submit("As a file")).Form.Shows("Copy these lines into a file").Close();
    }

    private async Task Own()
    {
        var own = await ana.Sees("How it is going, March").Opens("My own answers");
        var statements = (await own.Shows("With Ben Carter").Submit("The statements")).Form;
        own = (await statements.Shows("left out").Submit("Back")).Form;
        var erase = (await own.Submit("Erase these")).Form;
        own = (await erase.Shows("The figures of everyone stay as they are").Submit("Keep them")).Form;
        erase = (await own.Submit("Erase these")).Form;
        (await stage.Then(erase.Submit("Erase"))).Shows("Erased.");
    }

    private async Task TooFew()
    {
        await stage.Days(28);
        await stage.Launches("Again?", "Every 6 weeks, the next form each time");
        await town.Later(Duration.FromHours(44));
        foreach (var (mentor, mentee) in pairs[..3])
            await Staging.Answers(mentor.Sees($"You and {mentee.Name}: seven statements"), "4");
        await stage.Days(14);
        await stage.Days(1);
        foreach (var person in new[] { noor, ana, ben })
            person.Sees("No result this time").Shows("That is nobody's fault.");
        await stage.CheckIns();
        (await stage.Then(noor.Sees("the next one goes out on").Press("No more after this"))).Shows("None is open.");
        noor.DoesNotSee("the next one goes out on");
    }

    private static SeenCard Asked(Resident person) => person.Sees("How is it with");
}
