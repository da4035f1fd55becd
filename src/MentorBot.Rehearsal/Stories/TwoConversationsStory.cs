using NodaTime;

namespace MentorBot.Rehearsal.Stories;

/// <summary>
/// The story to read first: Ben asks for a mentor, chooses Ana, and they talk; they keep something of it, something happens in
/// between, and they talk again.
/// </summary>
public sealed class TwoConversationsStory(Town town)
{
    public const string Title = "From asking for a mentor to a second conversation";

    private const string Theme = "Leading, with or without a title";

    private const string WordsOfBen = "I lead the team that I was part of until January, and I miss being one of them.";
    private const string HopeOfBen = "Somebody who tells me plainly where I overreach.";
    private const string HeldBackByBen = "I cannot say how tired I am just now.";
    private const string HopeOfAna = "Curiosity, and stories from the other building.";
    private const string NoteOfBen = "I still answer every question myself, so nobody asks anyone else.";
    private const string NoteOfAna = "Wait five seconds before you answer. Somebody else will.";
    private const string ToTry = "Let Friday's round go by without a single answer of mine.";
    private const string KeptByBoth = "Five seconds of silence are an invitation.";
    private const string MomentOfBen = "Somebody new explained it better than I would have.";
    private const string QuestionOfAna = "Who would notice first if you stopped answering?";

    private static readonly string[] Phases = ["Review", "Learn", "Apply", "Reflect"];

    private readonly Staging stage = new(town);
    private readonly Resident ana = town.Person("Ana");
    private readonly Resident chidi = town.Person("Chidi");
    private readonly Resident marta = town.Person("Marta");
    private readonly Resident ben = town.Person("Ben");
    private readonly Resident noor = town.Person("Noor");
    private readonly Dictionary<string, List<string>> promptsOfTheFirst = [];

    public Story Told => new Story(Title)
        .Then("Ana, Chidi and Marta mentor. Ben asks, and Noor sends him three people", BenAsks)
        .Then("Ben chooses Ana; she says yes, and reads what he wrote", AnaSaysYes)
        .Then("Ben notes how he would like to do this, and shows some of it; the next morning Ana adds hers", TheyNoteHow)
        .Then("Ten minutes before, the card is there. Ana wanted to talk about one thing first, and they do", TheyBegin)
        .Then("Either turns the page; both note something, and Ben finds something to try", TheyTalk)
        .Then("At the end nothing is asked but the next time", TheyBookTheNext)
        .Then("The next morning Ana puts a line together; Ben is fine with it, and it is kept", TheyKeep)
        .Then("In between: what Ben wanted to try, a moment that he notes, a question that Ana leaves for next time", Between)
        .Then("A week later they talk again: other prompts, and the question is there", TheyTalkAgain);

    private async Task BenAsks()
    {
        using (town.Transcript.InShort("Noor, Ana, Chidi, Marta and Ben get the bot"))
            await stage.Install(noor, ana, chidi, marta, ben);
        foreach (var mentor in new[] { ana, chidi, marta })
            await stage.BecomesMentor(mentor, Theme);

        // Nine in the morning where Ben is.
        await town.Later(Duration.FromHours(6));
        var form = (await Staging.AskForm(ben))
            .Fill("What would you like to talk about?", WordsOfBen)
            .Fill(Staging.HelpWanted, "Someone to think with")
            .Fill(Staging.ThemesWanted, Theme);
        await stage.Then(form.Submit("Find me someone"));
        ben.Sees("I'm looking").DoesNotShow(WordsOfBen);
        (await stage.Then(noor.Sees("Three people for Ben Carter").DoesNotShow(WordsOfBen).Press("Send these"))).Shows("Sent.");
    }

    private async Task AnaSaysYes()
    {
        ben.Sees("Three people you could talk with").Shows("Ana Lima").Shows("Chidi Obi").Shows("Marta Silva").Shows("Nobody has been asked");
        await stage.Chooses(ben, ana);
        var asked = ana.Sees("Ben Carter would like to talk with you").Shows(Theme).Shows("A time that suits you both").DoesNotShow(WordsOfBen);
        (await stage.Then(asked.Press("Yes, at this time"))).Shows("You and Ben Carter").Shows("You meet on").DoesNotShow(WordsOfBen);
        ben.Sees("Ana Lima said yes").Shows("You meet on").Shows("Ten minutes before, a card from me will be here.");
        foreach (var other in new[] { chidi, marta })
            other.DoesNotSee("Ben Carter");
        (await ana.Sees("You and Ben Carter").Opens("Read what they wrote")).Shows(WordsOfBen).Close();
    }

    private async Task TheyNoteHow()
    {
        var form = (await ben.Sees("Ana Lima said yes").Opens("Look at the questions")).Shows("Nothing to hand in.");
        form.Fill("1. What do you hope the other person will bring to this?", HopeOfBen).Fill("Answer 1: who sees it", true)
            .Fill("2. What will you bring, and what is more than you can give?", HeldBackByBen)
            .Fill("How often", "Every two weeks").Fill("How long", "60 minutes").Fill("Answer 5: who sees it", true);
        (await stage.Then(form.Submit("Save"))).Shows("Kept. Ana Lima can read the answers that you ticked.");

        await stage.Until(ana, IsoDayOfWeek.Tuesday, 10);
        form = await ana.Sees("Ben Carter has noted how they would like to do this").DoesNotShow(HopeOfBen).Opens("Look at the questions");
        form = (await form.Shows(HopeOfBen).DoesNotShow(HeldBackByBen).Submit("Change mine")).Form;
        form.Fill("1. What do you hope the other person will bring to this?", HopeOfAna).Fill("Answer 1: who sees it", true)
            .Fill("How often", "Every two weeks").Fill("How long", "45 minutes").Fill("Answer 5: who sees it", true);
        form = (await stage.Then(form.Submit("Save"))).Form;
        form.Shows("You agree on these.").Shows("How often: Every two weeks").Shows("And these may be worth a few minutes of talk.").Shows("How long: you 45 minutes, Ben Carter 60 minutes");
        (await stage.Then(form.Submit("Let's talk first"))).Shows("All right.");
    }

    private async Task TheyBegin()
    {
        ana.DoesNotSee("Review · 1 of 4");
        await stage.TenMinutesBefore(ana.Sees("You meet on"));
        ana.Sees("Review · 1 of 4").Shows("You and Ben Carter").Shows("Nothing here is scored");
        ben.Sees("Review · 1 of 4").Shows("You and Ana Lima");

        var form = (await ben.Sees("Ana Lima has noted how they would like to do this").Opens("Look at the questions"))
            .Shows(HopeOfAna).Shows("Ana Lima would like to talk first.");
        using (town.Transcript.InShort("Ben changes his answer: 45 minutes"))
        {
            form = (await form.Submit("Change mine")).Form;
            form = (await stage.Then(form.Fill("How long", "45 minutes").Submit("Save"))).Form;
        }

        (await stage.Then(form.Shows("How long: 45 minutes").DoesNotShow("would like to talk first").Submit("This suits me"))).Shows("Noted. Ana Lima sees it here.");
        form = await ana.Sees("Ben Carter has noted how they would like to do this").Opens("Look at the questions");
        await stage.Then(form.Shows("Ben Carter says: this suits me.").Submit("This suits me"));
    }

    private async Task TheyTalk()
    {
        Remember(ben.Sees("Review · 1 of 4"));
        await Turns(ben, "Learn");
        Remember(ana.Sees("Learn · 2 of 4").Shows("Ben Carter turned to Learn."));
        await Notes(ben, NoteOfBen);
        ana.Sees("Learn · 2 of 4").Shows("There is a note.").DoesNotShow(NoteOfBen);
        (await Notes(ana, NoteOfAna)).Shows(NoteOfBen);

        await Turns(ana, "Apply");
        Remember(ben.Sees("Apply · 3 of 4"));
        var list = (await (await ben.Sees("Apply · 3 of 4").Opens("More")).Submit("Our things to try")).Form;
        var form = (await list.Submit("Something to try")).Form;
        form.Fill("What is it?", ToTry).Fill("Is there a good day for it?", stage.Today(ben).Next(IsoDayOfWeek.Friday)).Fill("Shall I remind you?", "Once, in the morning of that day");
        (await stage.Then(form.Submit("Save"))).Shows("Noted.");

        await Turns(ben, "Reflect");
        Remember(ana.Sees("Reflect · 4 of 4"));
    }

    private async Task TheyBookTheNext()
    {
        (await stage.Then(ana.Sees("Reflect · 4 of 4").Press("We're done"))).Shows("Until next time").Shows("I ask tomorrow");
        await stage.Then(ben.Sees("Until next time").Press("Book the next"));
        var times = ben.Sees("Times for you and Ana Lima").Shows("Nothing is booked until one of you chooses.");
        if (!times.Titles.Any(IsInAWeek))
            times = (await stage.Then(times.Press("More times"))).Card;
        await stage.Then(times.Press(times.Titles.First(IsInAWeek)));
        ben.Sees("Booked for you and Ana Lima");
        ana.Sees("Ben Carter chose this time").Shows("Tuesday 10 March");

        static bool IsInAWeek(string time) => time.StartsWith("Tuesday 10 March", StringComparison.Ordinal);
    }

    private async Task TheyKeep()
    {
        await stage.Until(ben, IsoDayOfWeek.Wednesday, 10);
        ben.Sees("Anything to keep?").Shows("From your conversation with Ana Lima.").DoesNotShow(NoteOfBen);
        var form = (await ana.Sees("Anything to keep?").Opens("Keep something")).Shows(NoteOfBen).Shows(NoteOfAna);
        (await stage.Then(form.Fill("For both of us", KeptByBoth).Submit("Show Ben Carter"))).Shows("Ben Carter can read it now.");

        form = await ben.Sees("Ana Lima put something together").DoesNotShow(KeptByBoth).Opens("Read it");
        await stage.Then(form.Shows(KeptByBoth).Submit("Fine like this"));
        foreach (var person in new[] { ana, ben })
            (await person.Sees("Kept for you both").DoesNotShow(KeptByBoth).Opens("Open it")).Shows(KeptByBoth).Close();
    }

    private async Task Between()
    {
        var form = await ana.Sees("Ben Carter chose this time").Opens("Ask something ahead");
        (await stage.Then(form.Fill("Your question", QuestionOfAna).Submit("Send"))).Form.Shows("Sent. Ben Carter sees that it is there with the next things from me").Close();

        await stage.Until(ben, IsoDayOfWeek.Friday, 10);
        (await ben.Sees("For today, if you like").DoesNotShow(ToTry).Opens("Read it")).Shows(ToTry).Close();
        ana.DoesNotSee("For today, if you like");
        ben.Sees("Ana Lima left you a question for next time.").DoesNotShow(QuestionOfAna);

        await ben.Says("log");
        form = await ben.Sees("A moment worth keeping").Opens("Write it down");
        (await stage.Then(form.Fill("What was it?", MomentOfBen).Fill("Who else may read it?", "Ana Lima, too").Submit("Keep"))).Shows("Kept.");
        await ana.Says("log");
        (await ana.Sees("A moment worth keeping").Opens("Read earlier ones")).Shows(MomentOfBen).Shows("from Ben Carter").Close();
    }

    private async Task TheyTalkAgain()
    {
        await stage.TenMinutesBefore(ana.Sees("Ben Carter chose this time"));
        AreOthers(ana.Sees("Review · 1 of 4"));
        var card = ben.Sees("Review · 1 of 4").Shows("Ana Lima left you a question for this time.").DoesNotShow(QuestionOfAna);
        (await (await card.Opens("More")).Submit("Their question")).Form.Shows(QuestionOfAna).Close();
        await town.Settles();

        await Turns(ana, "Learn");
        AreOthers(ben.Sees("Learn · 2 of 4"));
        await Turns(ben, "Apply");
        AreOthers(ana.Sees("Apply · 3 of 4"));
        await Turns(ana, "Reflect");
        AreOthers(ben.Sees("Reflect · 4 of 4"));
        await stage.Then(ben.Sees("Reflect · 4 of 4").Press("We're done"));
        (await stage.Then(ana.Sees("Until next time").Press("Not now"))).Shows("All right. Type “time” whenever you like.");
        ben.Sees("Until next time");
    }

    /// <summary>After a while, as it is with people who talk.</summary>
    private async Task Turns(Resident person, string phase)
    {
        await town.Later(Duration.FromMinutes(12));
        (await stage.Then(person.Sees("of 4 · about").Press($"On to {phase}"))).Shows($"{phase} ·").DoesNotShow("turned to");
        (person == ana ? ben : ana).Sees($"{phase} ·").Shows($"{person.Name} turned to {phase}");
    }

    /// <returns>The form as it was opened: with what the other had written.</returns>
    private async Task<SeenForm> Notes(Resident person, string words)
    {
        var form = await person.Sees("Learn · 2 of 4").Opens("Note something");
        await stage.Then(form.Fill("Your note", words).Submit("Save"));
        return form;
    }

    private void Remember(SeenCard card) => promptsOfTheFirst[PhaseOf(card)] = Prompts(card);

    private void AreOthers(SeenCard card)
    {
        var again = Prompts(card).Intersect(promptsOfTheFirst[PhaseOf(card)]).ToList();
        if (again.Count > 0)
            throw new RehearsalException($"In a second conversation {card.By.Name} should read other prompts, and reads “{again[0]}” again:\n{card.Drawn}");
    }

    /// <summary>The questions below the part's name and purpose.</summary>
    private static List<string> Prompts(SeenCard card) => card.Texts.SkipWhile(text => !text.Contains("· about", StringComparison.Ordinal)).Skip(2).Where(text => text.EndsWith('?')).ToList() is { Count: > 1 } prompts
        ? prompts
        : throw new RehearsalException($"{card.By.Name} should read prompts here:\n{card.Drawn}");

    private static string PhaseOf(SeenCard card) => Phases.Single(phase => card.IsShowing($"{phase} ·"));
}
