using MentorBot.Rehearsal;
using NodaTime;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>Ana and Ben meet as it was booked, note something, and keep something of it the next morning.</summary>
internal sealed class TalkStory(Town town) : PatientStory(town, mostTries: 1)
{
    private const string Question = "Who told you that it was good enough?";
    private const string Note = "It took her two years to say it aloud.";
    private const string ToKeep = "Say it aloud before it takes two years.";

    private readonly Resident ana = town.Person("Ana");
    private readonly Resident ben = town.Person("Ben");

    public async Task Play()
    {
        await Does(AnaAsksAhead, () => { });
        await Town.Later(Duration.FromHours(30));
        await Comes(() => ana.Sees("Review · 1 of 4"));
        await Comes(() => ben.Sees("Review · 1 of 4"));
        await Does(BenReadsTheQuestion, () => { });
        await Does(() => ben.Sees("Review · 1 of 4").Press("On to Learn"), () => ana.Sees("Learn · 2 of 4"));
        await Does(AnaNotes, () => ben.Sees("Learn · 2 of 4").Shows("There is a note."));
        await Does(BenGoesToTheLastPart, () => ana.Sees("Reflect · 4 of 4"));
        await Does(() => ben.Sees("Reflect · 4 of 4").Press("We're done"), () => ana.Sees("Until next time"));

        await Town.Later(Duration.FromHours(32));
        await Comes(() => ana.Sees("Anything to keep?"));
        await Comes(() => ben.Sees("Anything to keep?"));
        await Does(AnaShows, () => ben.Sees("Ana Lima put something together"));
        await Does(BenIsFine, () => ana.Sees("Kept for you both"));
        await Comes(() => ben.Sees("Kept for you both"));

        // All that waited for an answer has had its last day.
        await Town.Later(Duration.FromDays(8));
        foreach (var one in new[] { ana, ben })
            (await one.Sees("Kept for you both").Opens("Open it")).Shows(ToKeep).Close();
        await Rests();
    }

    private async Task AnaAsksAhead()
    {
        var form = await ana.Sees("Where you are").Opens("More");
        form = (await form.Submit("Ask something ahead")).Form;
        await form.Fill("Your question", Question).Submit("Send");
    }

    private async Task BenReadsTheQuestion()
    {
        var form = await ben.Sees("Review · 1 of 4").Opens("More");
        (await form.Submit("Their question")).Form.Shows(Question).Close();
    }

    private async Task AnaNotes()
    {
        var form = await ana.Sees("Learn · 2 of 4").Opens("Note something");
        await form.Fill("Your note", Note).Submit("Save");
    }

    private async Task BenGoesToTheLastPart()
    {
        var form = await ben.Sees("Learn · 2 of 4").Opens("More");
        await form.Fill("To another part", "Reflect").Submit("Go there");
    }

    private async Task AnaShows()
    {
        var form = await ana.Sees("Anything to keep?").Opens("Keep something");
        await form.Shows(Note).Fill("For both of us", ToKeep).Submit("Show Ben Carter");
    }

    private async Task BenIsFine()
    {
        var form = await ben.Sees("Ana Lima put something together").Opens("Read it");
        await form.Shows(ToKeep).Submit("Fine like this");
    }
}
