using MentorBot.Rehearsal;
using MentorBot.Rehearsal.Stories;
using NodaTime;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>Four have looked back; Joost finishes and is the fifth. The next morning all of it is shown.</summary>
internal sealed class LastToLookBack(Town town) : PatientStory(town, mostTries: 1)
{
    public static readonly string[] People = ["Ana", "Ben", "Eva", "Chidi", "Joost", "Sofia", "Noor"];

    private const string Hoped = "When you joined, what were you hoping to gain?";

    private readonly Resident ana = town.Person("Ana");
    private readonly Resident joost = town.Person("Joost");

    /// <summary>Until the fifth is about to finish.</summary>
    public static async Task Before(Town town)
    {
        var stage = new Staging(town);
        await stage.Install(town.Person("Noor"));
        foreach (var (mentor, mentee, theme) in new[]
        {
            (town.Person("Ana"), town.Person("Ben"), "Getting better at the craft"),
            (town.Person("Eva"), town.Person("Chidi"), "A change of role or place"),
            (town.Person("Sofia"), town.Person("Joost"), "Being seen and heard"),
        })
        {
            await stage.Install(mentor, mentee);
            await stage.BecomesMentor(mentor, theme);
            await stage.Begins(mentee, mentor, theme);
            if (mentee.Name.StartsWith("Joost", StringComparison.Ordinal))
                continue;
            await Finishes(mentee);
            await town.Settles();
            await Sends(mentee);
            await Sends(mentor);
        }

        await town.Settles();
    }

    public async Task Play()
    {
        await Does(() => Finishes(joost), () => joost.Sees("Finished"));
        await Does(() => Sends(joost), () => joost.Sees("Sent. Once five people have answered"));
        await Town.Later(Duration.FromDays(4));
        await Comes(() => ana.Sees("Looking back: new answers"));
        (await ana.Sees("Looking back: new answers").Opens("Read them")).Shows(Words(joost)).Shows(Words(ana)).Close();
        await Rests();
    }

    private static async Task Finishes(Resident person)
    {
        await person.Says("where am i");
        var more = await person.Sees("Where you are").Opens("More");
        await (await more.Submit("Finish")).Form.Submit("Finish now");
    }

    private static async Task Sends(Resident person)
    {
        var form = await person.Sees("Finished").Opens("Look back");
        await form.Fill(Hoped, Words(person)).Submit("Send");
    }

    private static string Words(Resident person) => $"A hope that begins like {person.Name[..2]}…";
}
