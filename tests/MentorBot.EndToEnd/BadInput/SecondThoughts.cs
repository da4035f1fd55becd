using MentorBot.Rehearsal;

namespace MentorBot.EndToEnd.BadInput;

/// <summary>What the offering story leaves out, on one day after it, so that every button there is was seen once; in the end nobody offers any more.</summary>
internal sealed class SecondThoughts(Town town)
{
    private readonly Resident ben = town.Person("Ben");
    private readonly Resident chidi = town.Person("Chidi");
    private readonly Resident noor = town.Person("Noor");

    public async Task Play()
    {
        await chidi.Says("offer");
        await (await Form()).Submit("Keep this for later");
        await town.Settles();
        await chidi.Sees("Kept for you, not sent").Press("Erase it");
        await town.Settles();

        await chidi.Says("offer");
        await (await Form()).Submit("Offer this");
        await town.Settles();
        await chidi.Sees("One conversation to try it out").Press("I have mentored before");
        await town.Settles();
        await noor.Says("desk");
        await noor.Sees("1 offer to look at").Press("Offers");
        await noor.Sees("Chidi Obi offers to mentor").Press("Confirm");
        await town.Settles();

        await (await chidi.Sees("You are open to").Opens("Pause until")).Submit("Pause");
        await town.Settles();
        await chidi.Sees("You are pausing").Press("I'm back");
        await town.Settles();
        foreach (var person in new[] { ben, chidi })
        {
            await (await person.Sees("From now on someone may choose you").Opens("Stop offering")).Submit("Stop offering");
            await town.Settles();
        }
    }

    private async Task<SeenForm> Form() =>
        (await chidi.Sees("Before you write anything").Opens("Open the form"))
        .Fill("What could you be for someone? Choose any.", "Someone who listens")
        .Fill("A few words about you", "I have been the newest person in four countries.");
}
