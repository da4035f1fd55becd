namespace MentorBot.Rehearsal.Stories;

/// <summary>Two people press for the last place of one mentor at the same moment: one gets it, the other is told kindly and keeps their place.</summary>
public sealed class LastPlaceStory(Town town)
{
    public const string Title = "Two people, and the last place";

    private const string Theme = "Finding my way here";

    private readonly Staging stage = new(town);
    private readonly Resident ana = town.Person("Ana");
    private readonly Resident chidi = town.Person("Chidi");
    private readonly Resident ben = town.Person("Ben");
    private readonly Resident eva = town.Person("Eva");

    public Story Told => new Story(Title)
        .Then("Ana has one place, and so has Chidi; Ben and Eva are shown both", Before)
        .Then("Both choose Ana at the same moment", BothChooseAna)
        .Then("Ana and Chidi say yes", BothSayYes);

    private async Task Before()
    {
        await stage.Install(town.Person("Noor"), ana, chidi, ben, eva);
        foreach (var mentor in new[] { ana, chidi })
            await stage.BecomesMentor(mentor, Theme);
        foreach (var person in new[] { ben, eva })
            await stage.Asks(person, Theme);
        foreach (var person in new[] { ben, eva })
            await stage.Sends(person);
    }

    private async Task BothChooseAna()
    {
        var cards = new[] { ben, eva }.Select(person => person.Sees("Two people you could talk with")).ToList();
        await Task.WhenAll(cards.Select(card => card.Press("Ask Ana")));
        await town.Settles();

        var (first, second) = AskedFirst() == ben ? (ben, eva) : (eva, ben);
        first.Sees("I'm asking Ana Lima");
        second.Sees("Ana Lima isn't available for this; I say so in the same words whatever the cause.");
        second.Sees("Someone you could talk with").DoesNotShow("Ask Ana");
        await stage.Chooses(second, chidi);
    }

    private async Task BothSayYes()
    {
        var first = AskedFirst();
        var second = first == ben ? eva : ben;
        await stage.SaysYes(ana, first);
        await stage.SaysYes(chidi, second);
        ana.DoesNotSee(second.Name);
    }

    private Resident AskedFirst() => ana.Sees("would like to talk with you").IsShowing(ben.Name) ? ben : eva;
}
