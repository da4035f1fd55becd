namespace MentorBot.Rehearsal.Stories;

/// <summary>Ben and Ana note how they want to do this: each alone, showing answer by answer what they like; and say whether it suits them.</summary>
public sealed class AgreementStory(Town town)
{
    public const string Title = "How we want to do this";

    private const string Theme = "A change of role or place";
    private const string Hope = "1. What do you hope the other person will bring to this?";
    private const string Bring = "2. What will you bring, and what is more than you can give?";
    private const string HopeOfBen = "Somebody who tells me plainly where I overreach.";
    private const string HopeOfAna = "Curiosity, and stories from the other building.";
    private const string KeptByBen = "I cannot say how tired I am just now.";

    private readonly Staging stage = new(town);
    private readonly Resident ana = town.Person("Ana");
    private readonly Resident ben = town.Person("Ben");
    private readonly Resident noor = town.Person("Noor");

    public Story Told => new Story(Title)
        .Then("Ana says yes to Ben", Before)
        .Then("Ben notes some of it, and shows one answer and what he ticked", BenNotes)
        .Then("Ana hears of it the next morning, and adds hers: what they share comes first", AnaAdds)
        .Then("This suits Ben; Ana would like to talk first; a change opens it again", TheySay);

    private async Task Before()
    {
        await stage.Install(noor, ana, ben);
        await stage.BecomesMentor(ana, Theme);
        await stage.Begins(ben, ana, Theme);
    }

    private async Task BenNotes()
    {
        var form = (await Questions(ben)).Shows("Nothing to hand in.");
        form.Fill(Hope, HopeOfBen).Fill("Answer 1: who sees it", true)
            .Fill(Bring, KeptByBen)
            .Fill("How often", "Every month").Fill("How long", "30 minutes").Fill("Answer 5: who sees it", true);
        (await stage.Then(form.Submit("Save"))).Shows("Kept. Ana Lima can read the answers that you ticked.");
    }

    private async Task AnaAdds()
    {
        await stage.Days(1);
        var form = await ana.Sees("has noted how they would like to do this").Opens("Look at the questions");
        form.Shows(HopeOfBen).DoesNotShow(KeptByBen);
        form = (await form.Submit("Change mine")).Form;
        form.Fill(Hope, HopeOfAna).Fill("Answer 1: who sees it", true)
            .Fill("How often", "Every month").Fill("How long", "45 minutes").Fill("Answer 5: who sees it", true);
        (await stage.Then(form.Submit("Save"))).Shows("You agree on these.").Shows("How often: Every month").Shows("And these may be worth a few minutes of talk.");
    }

    private async Task TheySay()
    {
        (await stage.Then((await Questions(ben)).Submit("This suits me"))).Shows("Noted. Ana Lima sees it here.");
        (await stage.Then((await Questions(ana)).Shows("Ben Carter says: this suits me.").Submit("Let's talk first"))).Shows("All right.");

        var form = (await (await Questions(ben)).Shows("Ana Lima would like to talk first.").Submit("Change mine")).Form;
        await stage.Then(form.Fill("How long", "45 minutes").Submit("Save"));
        (await Questions(ana)).Shows("How long: 45 minutes").DoesNotShow("Ben Carter says");
    }

    /// <summary>From where one is, by way of what else can be done.</summary>
    private static async Task<SeenForm> Questions(Resident who)
    {
        await who.Says("where am i");
        var more = await who.Sees("Where you are").Opens("More");
        return (await more.Submit("Look at the questions")).Form;
    }
}
