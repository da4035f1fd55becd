using NodaTime;

namespace MentorBot.Rehearsal.Stories;

/// <summary>Ana and Ben, the mornings after: what they keep, what each keeps alone, and what is not kept at all.</summary>
public sealed class KeepingStory(Town town)
{
    public const string Title = "What they keep";

    private const string Theme = "Getting better at the craft";
    private const string YourNote = "Your note";
    private const string ForBoth = "For both of us";
    private const string ForMe = "For me alone";

    private const string BensNote = "Decisions go faster when I write them down first.";
    private const string AnasNote = "Ask what it costs to wait another week.";
    private const string FirstText = "Write the decision down, then ask what waiting costs.";
    private const string SecondText = "Write it down before you decide, and ask what waiting costs.";
    private const string ThirdText = "First on paper, then aloud; and count what waiting costs.";
    private const string AnaAlone = "I talked too soon, twice.";
    private const string BensSecondNote = "Two offers, and neither feels like mine.";
    private const string FourthText = "An offer may wait until Friday.";
    private const string FifthText = "Friday, and not a day earlier.";
    private const string BenAlone = "Leave the phone in the other room.";

    private readonly Staging stage = new(town);
    private readonly Resident ana = town.Person("Ana");
    private readonly Resident ben = town.Person("Ben");
    private readonly Resident noor = town.Person("Noor");

    public Story Told => new Story(Title)
        .Then("Ana and Ben talked, and both noted something", Before)
        .Then("The next morning both are asked; Ana's draft is hers alone until she shows it", Drafts)
        .Then("Ana changes it while Ben reads: his yes keeps nothing, and he reads it as it is now", Crosses)
        .Then("Ben changes it and shows it back; both are fine with the same text, and it is kept", Kept)
        .Then("Read in a form only; each sees on which days they opened something", Opens)
        .Then("Another time nobody wants to keep anything: after seven days nothing is kept", Nothing)
        .Then("Another time nobody answers: after seven days each has their own lines", OwnLines)
        .Then("Ben tries once more; Ana would rather not", OnceMore)
        .Then("Without any notes Ben keeps a line for himself", Alone);

    private async Task Before()
    {
        await stage.Install(noor, ana, ben);
        await stage.BecomesMentor(ana, Theme);
        await stage.Begins(ben, ana, Theme);
        await Talk();
        await Notes(ben, BensNote);
        await Notes(ana, AnasNote);
        await IsOver();
    }

    private async Task Drafts()
    {
        await NextMorning();
        ben.Sees("Anything to keep?").Shows("From your conversation with Ana Lima.").DoesNotShow(BensNote);
        var form = await ana.Sees("Anything to keep?").Opens("Keep something");
        form.Shows("Put together from your shared notes").Shows(BensNote).Shows(AnasNote);
        (await stage.Then(form.Fill(ForBoth, FirstText).Fill(ForMe, AnaAlone).Submit("Later"))).Shows("Your draft waits until");
        ben.Sees("Anything to keep?");

        form = await ana.Sees("Your draft waits until").Opens("Open it");
        (await stage.Then(form.Shows(FirstText).Shows(AnaAlone).Submit("Show Ben Carter"))).Shows("Ben Carter can read it now.");
        ana.Sees("Ben Carter can read it now.");
        await stage.Then(ben.Sees("Ana Lima put something together").Press("Later"));
        ben.Sees("Ana Lima put something together").DoesNotShow(FirstText);
    }

    private async Task Crosses()
    {
        var reading = (await ben.Sees("Ana Lima put something together").Opens("Read it")).Shows(FirstText).DoesNotShow(AnaAlone);
        var refusing = await ben.Sees("Ana Lima put something together").Opens("Read it");

        var form = (await (await ana.Sees("Ben Carter can read it now.").Opens("Read it")).Submit("Change it")).Form;
        await stage.Then(form.Fill(ForBoth, SecondText).Submit("Show Ben Carter"));

        var now = (await stage.Then(reading.Submit("Fine like this"))).Form;
        now.Shows("Ana Lima changed it after you opened it. Nothing has been kept yet.").Shows(SecondText);
        (await stage.Then(refusing.Submit("Rather not"))).Form.Shows("Ana Lima changed it after you opened it.");
    }

    private async Task Kept()
    {
        var form = (await (await ben.Sees("Ana Lima put something together").Opens("Read it")).Shows(SecondText).Submit("Change it")).Form;
        (await stage.Then(form.Fill(ForBoth, ThirdText).Submit("Show Ana Lima"))).Shows("Ana Lima can read it now.");
        form = await ana.Sees("Ben Carter put something together").Opens("Read it");
        await stage.Then(form.Shows(ThirdText).Submit("Fine like this"));
        ana.Sees("Kept for you both");
        ben.Sees("Kept for you both").DoesNotShow(ThirdText);
    }

    private async Task Opens()
    {
        (await ben.Sees("Kept for you both").Opens("Open it")).Shows(ThirdText).Close();
        (await ben.Sees("Kept for you both").Opens("How locked?")).Shows("Everything is locked before it is stored.").Close();
        (await ben.Sees("Kept for you both").Opens("Who opened it")).Shows("I open it for nobody else").Shows("what you kept").Close();

        var form = (await (await ana.Sees("Kept for you both").Opens("Open it")).Shows(ThirdText).Submit("Open mine")).Form;
        (await stage.Then(form.Shows(AnaAlone).Shows(SecondText).Submit("Save"))).Shows("Kept, for you alone.");
    }

    private async Task Nothing()
    {
        await Talk();
        await Notes(ben, BensSecondNote);
        await IsOver();
        await NextMorning();
        (await stage.Then(ben.Sees("Anything to keep?").Press("Nothing to keep"))).Shows("All right.");
        await stage.Days(5);
        ana.Sees("Anything to keep?");
        await stage.Days(2);
        ana.Sees("This has been settled.");
        ben.Sees("This has been settled.");
    }

    private async Task OwnLines()
    {
        await Talk();
        await Notes(ben, BensSecondNote);
        await IsOver();
        await NextMorning();
        var form = await ana.Sees("Anything to keep?").Opens("Keep something");
        await stage.Then(form.Fill(ForBoth, FourthText).Submit("Show Ben Carter"));
        await stage.Days(8);
        ana.Sees("You each keep your own lines.").Shows("that is no disagreement");
        (await ana.Sees("You each keep your own lines.").Opens("Open mine")).Shows(FourthText).DoesNotShow(BensSecondNote).Close();
        (await ben.Sees("You each keep your own lines.").Opens("Open mine")).Shows(BensSecondNote).DoesNotShow(FourthText).Close();
    }

    private async Task OnceMore()
    {
        var form = await ben.Sees("You each keep your own lines.").Opens("Try once more");
        await stage.Then(form.Shows("These are your own lines.").Fill(ForBoth, FifthText).Submit("Show Ana Lima"));
        form = await ana.Sees("Ben Carter put something together").Opens("Read it");
        await stage.Then(form.Shows(FifthText).Submit("Rather not"));
        ana.Sees("You each keep your own lines.").DoesNotShow("Try once more");
        (await ben.Sees("You each keep your own lines.").Opens("Open mine")).Shows(FifthText).Close();
    }

    private async Task Alone()
    {
        await Talk();
        await IsOver();
        await NextMorning();
        var form = (await ben.Sees("Anything to keep?").Opens("Keep something")).Shows("There are no shared notes. Write a line if you like.");
        (await stage.Then(form.Submit("Later"))).Shows("Nothing written, nothing kept.");
        (await stage.Then((await ben.Sees("Anything to keep?").Opens("Keep something")).Fill(ForMe, BenAlone).Submit("Keep mine alone"))).Shows("Kept, for you alone.");
        (await ben.Sees("Kept, for you alone.").Opens("Open it")).Shows(BenAlone).Close();
        ana.Sees("Anything to keep?");
    }

    private async Task IsOver()
    {
        await stage.Then((await ben.Sees("Learn · 2 of 4").Opens("More")).Fill("To another part", "Reflect").Submit("Go there"));
        await stage.Then(ben.Sees("Reflect · 4 of 4").Press("We're done"));
    }

    /// <summary>Where both of them have it.</summary>
    private Task NextMorning() => town.Later(Duration.FromHours(32));

    /// <summary>Both have the card.</summary>
    private async Task Talk()
    {
        using var _ = town.Transcript.InShort("Ana and Ben talk");
        foreach (var person in new[] { ben, ana })
        {
            await person.Says("talk");
            await town.Settles();
            person.Sees("Review · 1 of 4");
        }

        await stage.Then(ben.Sees("Review · 1 of 4").Press("On to Learn"));
    }

    private async Task Notes(Resident person, string words)
    {
        var form = await person.Sees("Learn · 2 of 4").Opens("Note something");
        await stage.Then(form.Fill(YourNote, words).Submit("Save"));
    }
}
