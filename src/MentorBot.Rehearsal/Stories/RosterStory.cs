using NodaTime;

namespace MentorBot.Rehearsal.Stories;

/// <summary>Noor pastes a list of people, first with mistakes in it; those thought of as mentors are asked, once ever, and may say no.</summary>
public sealed class RosterStory(Town town)
{
    public const string Title = "A list of people, and who would like to mentor";

    private const string List = "The list as CSV";
    private const string Wrong = "person;group;mentor\nana.lima;Newcomers;yes\nben.carter;=SUM(1);yes\nnobody.here;Newcomers;";
    private const string Right = "person,group,mentor\nana.lima,Newcomers,yes\nben.carter,Newcomers,yes\neva.meijer,,yes\njun.park,,no";
    private const string Next = "person,group,mentor\nana.lima,Newcomers,yes\nben.carter,The old hands,yes";
    private const string Question = "Would you like to mentor?";

    private readonly Staging stage = new(town);
    private readonly Resident ana = town.Person("Ana");
    private readonly Resident ben = town.Person("Ben");
    private readonly Resident eva = town.Person("Eva");
    private readonly Resident noor = town.Person("Noor");

    public Story Told => new Story(Title)
        .Then("Noor pastes a list, puts right what is wrong with it, and takes it over", TakesOver)
        .Then("Ana looks what it involves, Ben says no", TheyAnswer)
        .Then("Eva has just come, and is asked as well", EvaComes)
        .Then("Noor's next list asks nobody again", NobodyAgain);

    private async Task TakesOver()
    {
        await stage.Install(noor, ana, ben);
        await noor.Says("desk");
        var form = await noor.Sees("Your desk is empty").Opens("Roster");
        form = (await form.Fill(List, Wrong).Submit("Look at it first")).Form;
        form.Shows("Line 3: “=SUM(1)” cannot be a group.").Shows("Line 4: The directory knows nobody as “nobody.here”.");
        form = (await form.Submit("Change")).Form;
        form = (await form.Fill(List, Right).Submit("Look at it first")).Form;
        form.Shows("New: 4.").Shows("3 people are asked whether they would like to mentor: Ana Lima, Ben Carter, Eva Meijer.");
        (await stage.Then(form.Submit("Take it over"))).Shows("The list stands, with 4 people.");
        ana.DoesNotSee(Question);
    }

    private async Task TheyAnswer()
    {
        await stage.Days(1);
        await stage.Then(ana.Sees(Question).Shows("Without an answer nothing happens.").Press("See what it involves"));
        ana.Sees("Before you write anything");

        // Where Ben is it is morning later.
        await town.Later(Duration.FromHours(7));
        (await stage.Then(ben.Sees(Question).Press("Not for me"))).Shows("All right. You are not listed, and I won't ask again.");
    }

    private async Task EvaComes()
    {
        await stage.Install(eva);
        eva.Sees(Question);
    }

    private async Task NobodyAgain()
    {
        await noor.Says("desk");
        var form = await noor.Sees("Your desk is empty").Opens("Roster");
        form = (await form.Shows("The list now has 4 people.").Fill(List, Next).Submit("Look at it first")).Form;
        form.Shows("In another group: 1. No longer listed: 2.").Shows("Nobody is asked whether they would like to mentor.");
        (await stage.Then(form.Submit("Take it over"))).Shows("The list stands, with 2 people.");
        await stage.Days(3);
        if (ben.Chat.Any(entry => entry.Card?.ToString().Contains(Question, StringComparison.Ordinal) == true))
            throw new RehearsalException("Ben said no, and was asked again.");
    }
}
