using System.IO.Compression;
using System.Text;

namespace MentorBot.Rehearsal.Stories;

/// <summary>Ben looks at what is kept of him, takes it along, and is forgotten. Ana reads that it came to an end, and later until when she can take her own along.</summary>
public sealed class MyDataStory(Town town)
{
    public const string Title = "What is mine, with me or gone";

    private const string Theme = "A change of role or place";
    private const string Moment = "Silence <b>helps</b> me more than advice, number";

    private readonly Staging stage = new(town);
    private readonly Resident ana = town.Person("Ana");
    private readonly Resident ben = town.Person("Ben");
    private readonly Resident noor = town.Person("Noor");

    public Story Told => new Story(Title)
        .Then("Ana says yes to Ben, who notes some moments", Before)
        .Then("Ben sees what is kept, counted, and reads it", Looks)
        .Then("He throws one file away and fetches another, once", TakesAlong)
        .Then("He reads what forgetting does, keeps everything, and goes through with it later", Forgets)
        .Then("Ana reads that it came to an end, and later until when it can be read", AnaHears)
        .Then("Ben begins afresh", Afresh);

    private async Task Before()
    {
        await stage.Install(noor, ana, ben);
        await stage.BecomesMentor(ana, Theme);
        await stage.Begins(ben, ana, Theme);
        for (var number = 1; number <= 6; number++)
        {
            await ben.Says("log");
            var form = await ben.Sees("A moment worth keeping").Opens("Write it down");
            await stage.Then(form.Fill("What was it?", $"{Moment} {number}").Submit("Keep"));
        }
    }

    private async Task Looks()
    {
        await ben.Says("my data");
        var card = ben.Sees("What I keep of yours").Shows("Form: none").Shows("With Ana Lima: notes 0, kept 0, moments 0").Shows("For you alone: 6 moments").DoesNotShow(Moment);
        (await card.Opens("Who opened it")).Shows("The days on which you opened something.").Close();
        var read = await card.Opens("Read it");
        (await read.Submit("Read on")).Form.Shows(Moment).Close();
        (await card.Opens("Who opened it")).Shows("what I keep of yours").Close();
    }

    private async Task TakesAlong()
    {
        await stage.Then(ben.Sees("What I keep of yours").Press("Take it with me"));
        await stage.Then(ben.Sees("Ready to take with you").Press("Throw it away"));
        ben.Sees("Erased.");

        await ben.Says("my data");
        await stage.Then(ben.Sees("What I keep of yours").Press("Take it with me"));
        var ready = ben.Sees("Ready to take with you");
        Holds(await ready.Downloads("Download"));
        await town.Settles();
        ben.Sees("Taken. The link no longer works.");
        if (await ready.Downloads("Download") is not null)
            throw new RehearsalException("The link worked twice.");
    }

    private async Task Forgets()
    {
        await ben.Says("forget me");
        var first = await ben.Sees("Before anything is erased").Opens("Forget me");
        await stage.Then(first.Shows("In fourteen days").Submit("Take it with me"));
        ben.Sees("Ready to take with you");

        await (await ben.Sees("Before anything is erased").Opens("Forget me")).Submit("Keep everything");
        first = await ben.Sees("Before anything is erased").Opens("Forget me");
        var sure = (await first.Submit("Go on")).Form;
        (await stage.Then(sure.Shows("One conversation is booked; it will be cancelled.").Submit("Forget me"))).Shows("“hello” begins afresh");
    }

    private async Task AnaHears()
    {
        ana.Sees("This has come to an end").Shows("it is nobody's fault");
        ana.DoesNotSee("is erased on");
        await stage.Days(2);
        await stage.Days(4);
        await stage.Then(ana.Sees("What you and Ben Carter kept is erased on").Shows("Until").Press("Fine"));
        await stage.Days(10);
        await ana.Says("my data");
        ana.Sees("What I keep of yours").DoesNotShow("Ben Carter");
    }

    private async Task Afresh()
    {
        await ben.Says("hello");
        await ben.Says("log");
        var form = await ben.Sees("A moment worth keeping").Opens("Write it down");
        (await stage.Then(form.Fill("What was it?", Moment + " seven").Submit("Keep"))).Shows("Kept.");
        await ben.Says("my data");
        ben.Sees("What I keep of yours").Shows("Form: none").Shows("For you alone: one moment").DoesNotShow("Ana Lima");
    }

    /// <summary>What he wrote is in it, as text and not as markup.</summary>
    private static void Holds(byte[]? file)
    {
        using var zip = new ZipArchive(new MemoryStream(file ?? throw new RehearsalException("The link did not work.")));
        using var page = new StreamReader(zip.GetEntry("my-mentoring.html")!.Open(), Encoding.UTF8);
        var text = page.ReadToEnd();
        if (!text.Contains("Silence &lt;b&gt;helps&lt;/b&gt; me", StringComparison.Ordinal) || text.Contains("<b>helps", StringComparison.Ordinal) || zip.GetEntry("my-mentoring.json") is null)
            throw new RehearsalException("The file does not hold what Ben wrote.");
    }
}
