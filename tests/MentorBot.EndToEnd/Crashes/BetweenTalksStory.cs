using MentorBot.Rehearsal;
using NodaTime;
using NodaTime.Text;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>What Ana and Ben leave for each other between two conversations, and what the bot brings them of it in the days after.</summary>
internal sealed class BetweenTalksStory(Town town) : PatientStory(town, mostTries: 1)
{
    private const string Hope = "Somebody who laughs at my plans, kindly.";
    private const string Question = "Who told you that it was good enough?";
    private const string Moment = "The meeting ended early, and nobody minded.";
    private const string ToTry = "Leave the second monitor off for a morning.";

    private readonly Resident ana = town.Person("Ana");
    private readonly Resident ben = town.Person("Ben");

    public async Task Play()
    {
        await Does(BenShowsAnAnswer, () => { });
        await Does(AnaAsksAhead, () => { });
        await Does(() => ben.Says("log"), () => ben.Sees("A moment worth keeping"));
        await Does(BenSharesAMoment, () => { });
        await Does(BenWantsToTry, () => { });

        // Where Ben is it is morning, too.
        await Town.Later(Duration.FromHours(32));
        await Comes(() => ana.Sees("has noted how they would like to do this"));
        await Comes(() => ben.Sees("left you a question for next time"));
        (await ana.Sees("has noted how they would like to do this").Opens("Look at the questions")).Shows(Hope).Close();
        (await ben.Sees("left you a question for next time").Opens("Read it")).Shows(Question).Close();
        await Town.Settles();

        await Town.Later(Duration.FromDays(1));
        await Comes(() => ben.Sees("For today, if you like"));
        (await ben.Sees("For today, if you like").Opens("Read it")).Shows(ToTry).Close();
        await ana.Says("log");
        (await ana.Sees("A moment worth keeping").Opens("Read earlier ones")).Shows(Moment).Close();
        await Rests();
    }

    private async Task BenShowsAnAnswer()
    {
        var form = (await (await MoreOf(ben)).Submit("Look at the questions")).Form;
        await form.Fill("1. What do you hope the other person will bring to this?", Hope).Fill("Answer 1: who sees it", true).Submit("Save");
    }

    private async Task AnaAsksAhead()
    {
        var form = (await (await MoreOf(ana)).Submit("Ask something ahead")).Form;
        await form.Fill("Your question", Question).Submit("Send");
    }

    private async Task BenSharesAMoment()
    {
        var form = await ben.Sees("A moment worth keeping").Opens("Write it down");
        await form.Fill("What was it?", Moment).Fill("Who else may read it?", $"{ana.Name}, too").Submit("Keep");
    }

    private async Task BenWantsToTry()
    {
        var list = (await (await MoreOf(ben)).Submit("Our things to try")).Form;
        var form = (await list.Submit("Something to try")).Form;
        form.Fill("What is it?", ToTry).Fill("Is there a good day for it?", DayAfterTomorrow());
        await form.Fill("Shall I remind you?", "Once, in the morning of that day").Submit("Save");
    }

    /// <summary>What there is beside talking, on the card that everybody saw last.</summary>
    private static Task<SeenForm> MoreOf(Resident person) => person.Sees("Where you are").Opens("More");

    private string DayAfterTomorrow() => LocalDatePattern.Iso.Format(
        Town.Clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb[ben.Person.Zone]).Date.PlusDays(2));
}
