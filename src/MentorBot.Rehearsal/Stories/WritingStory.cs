using System.IO.Compression;
using System.Text;

namespace MentorBot.Rehearsal.Stories;

/// <summary>Ana and Ben have finished. Each writes unseen; they exchange, join what both choose, keep it, and take it along. With Eva it comes to no exchange at first, and no joint story.</summary>
public sealed class WritingStory(Town town)
{
    public const string Title = "Their story";

    private const string Theme = "Getting better at the craft";
    private const string Field = "What stays with you";
    private const string Which = "Which ones would you like in it?";

    private const string AnaFirst = "I meant to give advice, and mostly I asked.";
    private const string AnaSecond = "He once came with a blank page, and that was the best hour.";
    private const string BenFirst = "In March I wanted answers.";
    private const string BenSecond = "In June I wanted better questions, and had two.";
    private const string BenThird = "The blank page is pinned above my desk.";
    private const string EvaFirst = "Short, and it was enough.";
    private const string AnaToEva = "One afternoon, and a door that opened.";

    private readonly Staging stage = new(town);
    private readonly Resident ana = town.Person("Ana");
    private readonly Resident ben = town.Person("Ben");
    private readonly Resident eva = town.Person("Eva");
    private readonly Resident noor = town.Person("Noor");

    public Story Told => new Story(Title)
        .Then("Ana and Ben finish", Before)
        .Then("Ana writes for herself, and nobody hears of it", AnaWrites)
        .Then("Ben is ready, takes it back, and is ready again; Ana is told once, and would rather not", BenIsReady)
        .Then("She thinks better of it: both see the other's at the same moment", Exchange)
        .Then("Each chooses passages; Ben changes his part while Ana reads, and her yes keeps nothing", Join)
        .Then("Both are fine with the same one: it is kept, and Ben takes it along", Kept)
        .Then("With Eva: nobody answers, and there is no exchange; what she wrote stays hers", NoExchange)
        .Then("With Ben again: one leaves it so, and for the other it ends on its day", BothStay);

    private async Task Before()
    {
        await stage.Install(noor, ana, ben);
        await stage.BecomesMentor(ana, Theme);
        await stage.Begins(ben, ana, Theme);
        await Finishes(ben);
    }

    private async Task AnaWrites()
    {
        var form = await ana.Sees("Finished").Opens("Write our story");
        form.Shows("Ben Carter cannot see it, nor that you write.");
        (await stage.Then(form.Fill(Field, AnaFirst).Submit("Keep"))).Shows("Kept, for you alone.");
        (await ana.Sees("Finished").Opens("Write our story")).Shows(AnaFirst).Close();
        ben.DoesNotSee("has written about your time together");
    }

    private async Task BenIsReady()
    {
        await IsReady(ben, BenFirst, BenSecond, BenThird);
        ben.Sees("You are ready. When Ana Lima is, too").DoesNotShow(BenFirst);
        ana.Sees("Ben Carter has written about your time together.").DoesNotShow(BenFirst);
        (await stage.Then(ben.Sees("You are ready.").Press("Take it back"))).Shows("Kept, for you alone.");
        ana.DoesNotSee("has written about your time together");

        var form = await ben.Sees("Kept, for you alone.").Opens("Open it");
        await stage.Then(form.Shows(BenSecond).Submit("Ready to exchange"));
        (await stage.Then(ana.Sees("Ben Carter has written about your time together.").Press("Rather not"))).Shows("All right.");
        ben.Sees("You are ready. When Ana Lima is, too");
    }

    private async Task Exchange()
    {
        await IsReady(ana, AnaFirst, AnaSecond);
        foreach (var (one, words) in new[] { (ana, BenThird), (ben, AnaSecond) })
            (await one.Sees("You can read each other's").DoesNotShow(words).Opens("Read it")).Shows(words).Close();
    }

    private async Task Join()
    {
        await Offers(ben, "Choose passages", "Passage 2");
        ana.Sees("Ben Carter has chosen passages.");
        await Offers(ana, "Choose passages", "Passage 1");

        var reading = await ana.Sees("Your joint story").DoesNotShow(BenSecond).Opens("Read it");
        reading.Shows(BenSecond).Shows(AnaFirst).DoesNotShow(BenFirst);
        var change = (await (await ben.Sees("Your joint story").Opens("Read it")).Submit("Change my part")).Form;
        await stage.Then(change.Fill(Which, "Passage 3").Submit("Offer these"));

        var again = (await reading.Submit("Fine like this")).Form;
        again.Shows("Ben Carter changed it after you opened it.").Shows(BenThird).Close();
    }

    private async Task Kept()
    {
        var form = await ana.Sees("Your joint story").Opens("Read it");
        (await form.Submit("Each other's")).Form.Shows(BenFirst).Close();
        form = await ana.Sees("Your joint story").Opens("Read it");
        await stage.Then(form.Submit("Fine like this"));
        ana.Sees("You said that it is fine.");
        await stage.Then((await ben.Sees("Your joint story").Opens("Read it")).Submit("Fine like this"));
        (await ana.Sees("Kept for you both.").Opens("Open it")).Shows(BenThird).Shows(AnaFirst).Close();

        await stage.Then(ben.Sees("Kept for you both.").Press("Take it with me"));
        await stage.Then(ben.Sees("What I keep of yours").Press("Take it with me"));
        Holds(await ben.Sees("Ready to take with you").Downloads("Download"));
    }

    private async Task NoExchange()
    {
        await stage.Install(eva);
        await stage.Begins(eva, ana, Theme);
        await Finishes(eva);
        await IsReady(eva, EvaFirst);
        ana.Sees("has written about your time together.");
        await stage.Days(8);
        (await eva.Sees("No exchange this time. Yours stays yours.").Opens("Open it")).Shows(EvaFirst).Close();
        ana.DoesNotSee("has written about your time together");
    }

    private async Task BothStay()
    {
        await stage.Begins(ben, ana, Theme);
        await Finishes(ben);
        await IsReady(ben, BenFirst, BenThird);
        await IsReady(ana, AnaToEva);
        await Offers(ben, "Choose passages", "Passage 1");
        (await stage.Then(ana.Sees("Ben Carter has chosen passages.").Press("Leave it so"))).Shows("Both stay as they are.");
        ben.Sees("Ana Lima chooses, too.");
        await stage.Days(8);
        ben.Sees("Both stay as they are.");
    }

    private async Task Finishes(Resident mentee)
    {
        await mentee.Says("where am i");
        var form = (await (await mentee.Sees("Where you are").Opens("More")).Submit("Finish")).Form;
        await stage.Then(form.Submit("Finish now"));
    }

    private async Task IsReady(Resident person, params string[] passages)
    {
        var form = await person.Sees("Finished").Opens("Write our story");
        await stage.Then(form.Fill(Field, string.Join("\n\n", passages)).Submit("Ready to exchange"));
    }

    private async Task Offers(Resident person, string button, string passage)
    {
        var form = await person.Sees("You can read each other's").Opens(button);
        await stage.Then(form.Fill(Which, passage).Submit("Offer these"));
    }

    /// <summary>His own, whole; of hers, what both chose and nothing else.</summary>
    private static void Holds(byte[]? file)
    {
        using var zip = new ZipArchive(new MemoryStream(file ?? throw new RehearsalException("The link did not work.")));
        using var page = new StreamReader(zip.GetEntry("my-mentoring.html")!.Open(), Encoding.UTF8);
        var text = page.ReadToEnd();
        if (!text.Contains(BenSecond, StringComparison.Ordinal) || !text.Contains(AnaFirst, StringComparison.Ordinal) || text.Contains(AnaSecond, StringComparison.Ordinal))
            throw new RehearsalException("The file does not hold Ben's side and the joint story, or it holds more of Ana's.");
    }
}
