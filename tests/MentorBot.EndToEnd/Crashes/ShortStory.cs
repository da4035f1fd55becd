using MentorBot.Rehearsal;
using NodaTime;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>Ana offers, tries it out, is confirmed, pauses and stops: every kind of commit there is, in as few steps as can be.</summary>
internal sealed class ShortStory(Town town, int mostTries = 1) : PatientStory(town, mostTries)
{
    public const string AboutAna = "Ships, storms, and how to say no to a captain.";

    private readonly Resident ana = town.Person("Ana");
    private readonly Resident noor = town.Person("Noor");

    /// <summary>Until Ana is back from her pause.</summary>
    public async Task PlayFirstPart()
    {
        await Does(() => noor.Installs(repeats: 0), () => noor.Sees("Hello, this is your desk"));
        await Does(() => ana.Installs(repeats: 0), () => ana.Sees("Hello, I arrange conversations"));
        await Does(() => ana.Sees("Hello, I arrange conversations").Press("I'd like to mentor"), () => ana.Sees("Before you write anything"));
        await Does(Offers, () => ana.Sees("Noor de Boer, who looks after mentoring here"));
        await Comes(() => noor.Sees("A try-out with Ana Lima?"));
        await Does(() => ana.Sees("Noor de Boer, who looks after mentoring here").Press("We have talked"), () => ana.Sees("Nearly there"));
        await Comes(() => noor.Sees("Ana Lima offers to mentor"));
        await Does(() => noor.Sees("Ana Lima offers to mentor").Press("Confirm"), () => noor.Sees("Confirmed. Ana Lima is open to one person from today."));
        await Comes(() => ana.Sees("From now on someone may choose you"));
        await Does(Pauses, () => ana.Sees("You are pausing until"));

        await Town.Later(Duration.FromDays(29));
        await Comes(() => ana.Sees("again, as you had planned"));
        await Comes(() => ana.Sees("From now on someone may choose you"));
        var back = ana.Sees("again, as you had planned");
        await Does(() => back.OnAnOldScreen().Press("Fine"), () => IsSettled(back));
    }

    /// <summary>Until nothing is left of her offer.</summary>
    public async Task PlayLastPart()
    {
        var stop = await ana.Sees("From now on someone may choose you").Opens("Stop offering");
        (await stop.Submit("Stop offering")).Shows("Stopped, and your offer is erased");
        await Town.Settles();
        await Comes(() => ana.Sees("Stopped"));
        await Rests();
    }

    private void IsSettled(SeenCard card)
    {
        if (ana.Chat.Single(entry => entry.Id == card.Entry.Id).Card!.ToString().Contains("Fine", StringComparison.Ordinal))
            throw new RehearsalException("The card still asks.");
    }

    private async Task Offers()
    {
        var form = await ana.Sees("Before you write anything").Opens("Open the form");
        form.Fill("What could you be for someone? Choose any.", "Someone who listens").Fill("A few words about you", AboutAna);
        await form.Submit("Offer this");
    }

    private async Task Pauses()
    {
        var form = await ana.Sees("From now on someone may choose you").Opens("Pause until");
        await form.Submit("Pause");
    }
}
