namespace MentorBot.Rehearsal.Stories;

/// <summary>Ana and Ben write: notes in a conversation, for both and alone; something to try that comes back once; a question for next time; and small moments.</summary>
public sealed class BetweenStory(Town town)
{
    public const string Title = "Notes, things to try, a question ahead, and moments";

    private const string Theme = "Getting better at the craft";
    private const string YourNote = "Your note";
    private const string YourQuestion = "Your question";
    private const string What = "What is it?";

    private const string BensNote = "Ana listened for a long while before she said anything.";
    private const string AnasNote = "Ben has known the answer all along.";
    private const string AnasLongerNote = "Ben has known the answer all along, and dislikes it.";
    private const string BensOwnNote = "I was close to quitting in spring.";
    private const string BensSharedNote = "In spring it was heavier than I let on.";
    private const string ToTry = "Say no to the next meeting without an agenda.";
    private const string ToTryAlone = "Call my old manager.";
    private const string FirstQuestion = "How did you leave your first team?";
    private const string SecondQuestion = "Whom did you tell first, back then?";
    private const string TypedBehind = "said no for once, and nobody minded";
    private const string BensMoment = "Nobody asked for a reason when I said no.";
    private const string AnasMoment = "Silence did more than my advice.";

    private static readonly string[] AnasMoments =
    [
        "Four weeks without a single status slide.", "A junior explained recursion to me.", "Laughed at my own estimate.", "Walked home instead of phoning back.", "Lunch beside the river helped.",
    ];

    private readonly Staging stage = new(town);
    private readonly Resident ana = town.Person("Ana");
    private readonly Resident ben = town.Person("Ben");
    private readonly Resident noor = town.Person("Noor");

    public Story Told => new Story(Title)
        .Then("Ana has said yes to Ben, and they talk", Before)
        .Then("Each has a note of their own in the same part; a second window loses nothing", Notes)
        .Then("Ben notes something for himself alone, and shares it after a second look", Alone)
        .Then("Everything of the conversation together, also when it is over", ReadsAll)
        .Then("Something to try comes back once, in the morning of its day", Tries)
        .Then("Another day, and away with it", PutAway)
        .Then("A question ahead is taken back, asked anew and read", Asks)
        .Then("The word “log”: what is typed behind it is not kept, what is written in the form is", Remembers);

    private async Task Before()
    {
        await stage.Install(noor, ana, ben);
        await stage.BecomesMentor(ana, Theme);
        await stage.Begins(ben, ana, Theme);
        await Talks(ben);
        await Talks(ana);
    }

    private async Task Notes()
    {
        var form = await ben.Sees("Review · 1 of 4").Opens("Note something");
        await stage.Then(form.Shows("A note for both of you").Shows("Nothing yet.").Fill(YourNote, BensNote).Submit("Save"));
        ana.Sees("Review · 1 of 4").Shows("There is a note.").DoesNotShow(BensNote);

        var second = await ana.Sees("Review · 1 of 4").Opens("Note something");
        form = await ana.Sees("Review · 1 of 4").Opens("Note something");
        await stage.Then(form.Shows(BensNote).Fill(YourNote, AnasNote).Submit("Save"));
        var both = (await stage.Then(second.Fill(YourNote, AnasLongerNote).Submit("Save"))).Form;
        both.Shows("You changed this in another window. Here are both; keep what you like.").Shows(AnasNote);
        await stage.Then(both.Submit("Save"));
        (await ben.Sees("Review · 1 of 4").Opens("Note something")).Shows(AnasLongerNote).Shows("Your own field is yours alone to change.");
    }

    private async Task Alone()
    {
        await stage.Then(ben.Sees("Review · 1 of 4").Press("On to Learn"));
        var form = await ben.Sees("Learn · 2 of 4").Opens("Note something");
        form = (await form.Fill(YourNote, BensOwnNote).Submit("For me alone")).Form;
        await stage.Then(form.Shows("A note for you alone").Submit("Save"));
        ana.Sees("Learn · 2 of 4").DoesNotShow("There is a note.");

        form = (await (await ben.Sees("Learn · 2 of 4").Opens("Note something")).Submit("For me alone")).Form;
        form = (await form.Shows(BensOwnNote).Fill(YourNote, BensSharedNote).Submit($"Share with {ana.Name}")).Form;
        form.Shows($"From now on {ana.Name} can read it, too.");
        (await ana.Sees("Learn · 2 of 4").Opens("Note something")).DoesNotShow(BensSharedNote);
        await stage.Then(form.Submit("Share"));
        (await ana.Sees("Learn · 2 of 4").Shows("There is a note.").Opens("Note something")).Shows(BensSharedNote);
    }

    private async Task ReadsAll()
    {
        var late = (await ana.Sees("Learn · 2 of 4").Opens("Note something")).Fill(YourNote, AnasNote);
        await stage.Days(1);
        (await stage.Then(late.Submit("Save"))).Shows("Kept. That conversation is closed; your note lies with the others of it");
        var all = await ben.Sees("This one is closed.").Opens("Read our notes");
        all.Shows(BensNote).Shows(AnasLongerNote).Shows(BensSharedNote).Shows(AnasNote).DoesNotShow(BensOwnNote);
        (await all.Submit("Learn")).Form.Shows("A note for both of you").Shows(AnasNote);
    }

    private async Task Tries()
    {
        await Talks(ben);
        var list = (await (await ben.Sees("Review · 1 of 4").Opens("More")).Submit("Our things to try")).Form;
        var form = (await list.Shows("Nothing yet.").Submit("Something to try")).Form;
        form = (await form.Fill(What, ToTry).Fill("Shall I remind you?", "Once, in the morning of that day").Submit("Save")).Form;
        form.Shows("Please choose a day, or leave the reminder out.");
        (await stage.Then(form.Fill("Is there a good day for it?", DayIn(3)).Submit("Save"))).Shows("Noted.");

        form = (await (await TryList(ben)).Submit("Something to try")).Form;
        await stage.Then(form.Fill(What, ToTryAlone).Fill("Who may read it?", "Only me").Submit("Save"));
        (await TryList(ben)).Shows(ToTry).Shows(ToTryAlone);
        await Talks(ana);
        (await TryList(ana)).Shows(ToTry).DoesNotShow(ToTryAlone);

        await stage.Days(2);
        ben.DoesNotSee("For today, if you like");
        await stage.Days(2);
        ben.Sees("For today, if you like").Shows("You asked me to bring something back to you today.").DoesNotShow(ToTry);
        ana.DoesNotSee("For today, if you like");
    }

    private async Task PutAway()
    {
        var form = await ben.Sees("For today, if you like").Opens("Another day");
        (await stage.Then(form.Fill("Is there a good day for it?", DayIn(2)).Submit("Bring it back then"))).Shows("I bring it back on");
        await stage.Days(3);
        form = await ben.Sees("For today, if you like").Opens("Read it");
        var change = (await form.Shows(ToTry).Submit("Change")).Form;
        await stage.Then(change.Shows("Both of you can read this.").Submit("Leave it"));
        await stage.Then(ben.Sees("For today, if you like").Press("Put it away"));
        ben.Sees("Put away. It comes up again only if you open it.");

        await Talks(ben);
        (await stage.Then((await TryList(ben)).Submit("Put it away"))).Shows("Put away. It comes up again only if you open it.");
    }

    private async Task Asks()
    {
        var form = await AskAhead();
        form = (await stage.Then(form.Fill(YourQuestion, FirstQuestion).Submit("Send"))).Form;
        form.Shows($"Sent. {ben.Name} sees that it is there with the next things from me");
        (await stage.Then(form.Submit("Take it back"))).Shows("Taken back.");

        form = await AskAhead();
        await stage.Then(form.Fill(YourQuestion, SecondQuestion).Submit("Send"));
        await stage.Until(ben, NodaTime.IsoDayOfWeek.Thursday, 10);
        var mention = ben.Sees($"{ana.Name} left you a question for next time.").DoesNotShow(SecondQuestion);
        (await stage.Then(mention.Press("Later"))).Shows("The card for your conversation has it under “More”.");
        await Talks(ben);
        form = (await (await ben.Sees("Review · 1 of 4").Opens("More")).Submit("Their question")).Form;
        form.Shows(SecondQuestion).DoesNotShow(FirstQuestion);
        await town.Settles();
        (await AskAhead()).DoesNotShow(SecondQuestion);
    }

    private async Task Remembers()
    {
        await ben.Says("log: " + TypedBehind);
        ben.Sees("I kept nothing of that message").Shows("A moment worth keeping").DoesNotShow(TypedBehind);
        var form = await ben.Sees("A moment worth keeping").Opens("Write it down");
        (await stage.Then(form.Fill("What was it?", BensMoment).Fill("Who else may read it?", $"{ana.Name}, too").Submit("Keep"))).Shows("Kept.");

        await ana.Says("log");
        form = await ana.Sees("A moment worth keeping").Opens("Write it down");
        await stage.Then(form.Fill("What was it?", AnasMoment).Submit("Keep"));
        (await ana.Sees("A moment worth keeping").Opens("Read earlier ones")).Shows(BensMoment).Shows($"from {ben.Name}").Shows(AnasMoment);
        foreach (var moment in AnasMoments)
        {
            await town.Later(NodaTime.Duration.FromMinutes(1));
            await stage.Then((await ana.Sees("A moment worth keeping").Opens("Write it down")).Fill("What was it?", moment).Submit("Keep"));
        }

        form = await ana.Sees("A moment worth keeping").Opens("Read earlier ones");
        (await form.Shows(AnasMoments[^1]).DoesNotShow(BensMoment).Submit("Earlier ones")).Form.Shows(BensMoment);
        (await ben.Sees("A moment worth keeping").Opens("Read earlier ones")).Shows(BensMoment).DoesNotShow(AnasMoment);
    }

    private async Task Talks(Resident person)
    {
        await person.Says("talk");
        await town.Settles();
        person.Sees("Here it is, just below.");
        person.Sees("of 4");
    }

    /// <summary>The list, from the card for the conversation.</summary>
    private static async Task<SeenForm> TryList(Resident person) => (await (await person.Sees("of 4").Opens("More")).Submit("Our things to try")).Form;

    /// <summary>From what there is beside talking.</summary>
    private async Task<SeenForm> AskAhead() => (await (await ana.Sees($"What {ben.Name} asked for is open to you now").Opens("More")).Submit("Ask something ahead")).Form;

    /// <summary>As a date field takes it.</summary>
    private string DayIn(int days) => NodaTime.Text.LocalDatePattern.Iso.Format(
        town.Clock.GetCurrentInstant().InZone(NodaTime.DateTimeZoneProviders.Tzdb[ben.Person.Zone]).Date.PlusDays(days));
}
