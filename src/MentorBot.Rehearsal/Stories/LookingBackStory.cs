namespace MentorBot.Rehearsal.Stories;

/// <summary>Three pairs have finished. Five of the six look back; when the fifth has sent something, the next morning all five read everything, mixed, and so does Noor.</summary>
public sealed class LookingBackStory(Town town)
{
    public const string Title = "Looking back, five at a time";

    private const string Hoped = "When you joined, what were you hoping to gain?";
    private const string Moment = "Tell us about one moment when you learned something that really mattered.";
    private const string StoodInTheWay = "What stood in its way?";

    private readonly Staging stage = new(town);
    private readonly Resident noor = town.Person("Noor");
    private readonly Resident ana = town.Person("Ana");
    private readonly Resident ben = town.Person("Ben");
    private readonly Resident eva = town.Person("Eva");
    private readonly Resident chidi = town.Person("Chidi");
    private readonly Resident sofia = town.Person("Sofia");
    private readonly Resident joost = town.Person("Joost");

    public Story Told => new Story(Title)
        .Then("Three pairs have finished", Before)
        .Then("Ana reads it once more as others will, changes it, takes it back and sends it again", AnaSends)
        .Then("Ben would rather not, then would; Eva and Chidi as well", OthersSend)
        .Then("Four are not enough, whatever morning it is", FourAreNot)
        .Then("Joost is the fifth: the next morning all five can read, and Noor", FiveAre)
        .Then("What was shown can't be taken back", CannotBeTakenBack);

    private async Task Before()
    {
        await stage.Install(noor);
        foreach (var (mentor, mentee, theme) in new[]
        {
            (ana, ben, "Getting better at the craft"),
            (eva, chidi, "A change of role or place"),
            (sofia, joost, "Being seen and heard"),
        })
        {
            await stage.Install(mentor, mentee);
            await stage.BecomesMentor(mentor, theme);
            await stage.Begins(mentee, mentor, theme);
            await mentee.Says("where am i");
            var more = await mentee.Sees("Where you are").Opens("More");
            await stage.Then((await more.Submit("Finish")).Form.Submit("Finish now"));
        }
    }

    private async Task AnaSends()
    {
        var form = await LooksBack(ana);
        form = (await form.Shows("Entirely up to you").Fill(Hoped, Words(ana, "hope")).Submit("As others see it")).Form;
        form.Shows(Words(ana, "hope")).DoesNotShow("Ben Carter");
        form = (await form.Submit("Change")).Form;
        await stage.Then((await form.Fill(Moment, Words(ana, "moment")).Submit("As others see it")).Form.Submit("Send"));
        await stage.Then(ana.Sees("Sent. Once five people have answered").Press("Take it back"));
        form = await ana.Sees("Taken back. Nothing of it is left.").Opens("Look back");
        await stage.Then(form.DoesNotShow(Words(ana, "hope")).Fill(Hoped, Words(ana, "hope")).Fill(StoodInTheWay, Words(ana, "hurdle")).Submit("Send"));
        form = await ana.Sees("Sent. Once five people have answered").Opens("Change");
        await stage.Then(form.Shows("What you sent waits for others.").Shows(Words(ana, "hurdle")).Fill(Moment, Words(ana, "moment")).Submit("Send"));
    }

    private async Task OthersSend()
    {
        await (await LooksBack(ben)).Submit("Not for me");
        (await stage.Then((await LooksBack(ben)).Submit("Send"))).Shows("Nothing written, nothing kept.");
        await Sends(ben);
        await stage.Then((await LooksBack(ben)).Submit("Take it back"));
        ben.Sees("Taken back.");
        await Sends(ben);
        await Sends(eva);
        await Sends(chidi);
    }

    private async Task FourAreNot()
    {
        await stage.Days(5);
        ana.DoesNotSee("Looking back: new answers");
        (await LooksBack(ana)).Shows(Words(ana, "hope")).Close();
    }

    private async Task FiveAre()
    {
        await Sends(joost);
        foreach (var person in new[] { ana, joost })
            person.DoesNotSee("Looking back: new answers");

        await stage.Days(4);
        foreach (var person in new[] { ana, ben, eva, chidi, joost, noor })
        {
            var form = (await person.Sees("Looking back: new answers").Opens("Read them")).Shows(Words(ana, "hope")).Shows(Words(joost, "hope"));
            (await form.Submit("Read on")).Form.Shows(Words(ben, "hurdle")).Close();
        }

        sofia.DoesNotSee("Looking back: new answers");
    }

    private async Task CannotBeTakenBack()
    {
        (await stage.Then(ben.Sees("Sent. Once five people have answered").Press("Take it back"))).Shows("it can no longer be taken back");
        var form = (await LooksBack(ana)).Shows("Yours has been read by others now").DoesNotShow(Words(ana, "hope"));
        (await form.Submit("Read them")).Form.Shows(Words(chidi, "hope")).Close();
    }

    private async Task Sends(Resident person)
    {
        var form = await LooksBack(person);
        await stage.Then(form.Fill(Hoped, Words(person, "hope")).Fill(Moment, Words(person, "moment")).Fill(StoodInTheWay, Words(person, "hurdle")).Submit("Send"));
        person.Sees("Sent. Once five people have answered");
    }

    private static Task<SeenForm> LooksBack(Resident person) => person.Sees("Finished").Opens("Look back");

    /// <summary>So that the story can tell whose it is; who reads it cannot.</summary>
    private static string Words(Resident person, string what) => $"A {what} that begins like {person.Name[..2]}…";
}
