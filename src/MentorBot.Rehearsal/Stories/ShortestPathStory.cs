namespace MentorBot.Rehearsal.Stories;

/// <summary>From "I'd like a mentor" to a conversation that is booked, with as little as can be: nothing is typed, and every tap counts.</summary>
/// <param name="noorSends">Whether Noor presses; else the dates pass by themselves.</param>
public sealed class ShortestPathStory(Town town, bool noorSends = true)
{
    public const string Title = "The shortest path from asking to a time";

    private readonly Staging stage = new(town);
    private readonly Resident ana = town.Person("Ana");
    private readonly Resident ben = town.Person("Ben");
    private readonly Resident noor = town.Person("Noor");

    /// <summary>From the notice on: open the form, choose one kind of help, send, ask one of those found.</summary>
    public int TapsOfMentee { get; private set; }

    /// <summary>From the card on that asks.</summary>
    public int TapsOfMentor { get; private set; }

    /// <summary>From the card on that shows whom the bot has found.</summary>
    public int TapsOfCoordinator { get; private set; }

    public Story Told => new Story(Title)
        .Then("Ana mentors, and Ben gets the bot", Before)
        .Then("Ben asks: open, choose, send", BenAsks)
        .Then(noorSends ? "Noor sends whom the bot has found: one tap" : "Nobody presses: three working days pass", TheySend)
        .Then("Ben chooses, with the tick for the first time that suits both: one tap", BenChooses)
        .Then("Ana says yes, at this time: one tap", AnaSaysYes)
        .Then("Ten minutes before, the card for the conversation is there: no tap", TheCardComes);

    private async Task Before()
    {
        await stage.Install(noor, ana, ben);
        await stage.BecomesMentor(ana, "Difficult conversations");
        await stage.Then(ben.Sees("Hello, I arrange conversations").Press("Find me someone"));
        ben.Sees("Before you write anything");
    }

    private async Task BenAsks()
    {
        var before = ben.Taps;
        var form = await ben.Sees("Before you write anything").Opens("Open the form");
        await stage.Then(form.Fill(Staging.HelpWanted, "Someone to think with").Submit("Find me someone"));
        TapsOfMentee = ben.Taps - before;
        ben.Sees("I'm looking");
    }

    private async Task TheySend()
    {
        if (noorSends)
        {
            var found = await stage.Found(ben);
            var before = noor.Taps;
            (await stage.Then(found.Press("Send this"))).Shows("Sent");
            TapsOfCoordinator = noor.Taps - before;
        }
        else
        {
            var before = noor.Taps;
            await stage.Days(5);
            TapsOfCoordinator = noor.Taps - before;
        }

        ben.Sees("Someone you could talk with").Shows("Ana Lima");
    }

    private async Task BenChooses()
    {
        var before = ben.Taps;
        await stage.Chooses(ben, ana);
        TapsOfMentee += ben.Taps - before;
        ben.Sees("I'm asking Ana Lima").Shows("If it is yes, you meet on");
    }

    private async Task AnaSaysYes()
    {
        var before = ana.Taps;
        var asked = ana.Sees("Ben Carter would like to talk with you").Shows("A time that suits you both");
        (await stage.Then(asked.Press("Yes, at this time"))).Shows("You and Ben Carter").Shows("You meet on").Shows("for 60 minutes");
        TapsOfMentor = ana.Taps - before;
        ben.Sees("Ana Lima said yes").Shows("You meet on").Shows("Ten minutes before, a card from me will be here.");
    }

    private async Task TheCardComes()
    {
        await stage.TenMinutesBefore(ben.Sees("Ana Lima said yes"));
        ben.Sees("Review · 1 of 4").Shows("You and Ana Lima");
        ana.Sees("Review · 1 of 4").Shows("You and Ben Carter");
    }
}
