using MentorBot.Rehearsal;
using NodaTime;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>Ana offers, tries it out, is confirmed, pauses and stops: every kind of commit there is, in as few steps as can be.</summary>
/// <param name="mostTries">
/// How often somebody does a thing at most before they see what should come of it. Once, but where the connector fails: who
/// reads an apology does it again.
/// </param>
internal sealed class ShortStory(Town town, int mostTries = 1)
{
    public const string AboutAna = "Ships, storms, and how to say no to a captain.";

    private readonly Resident ana = town.Person("Ana");
    private readonly Resident noor = town.Person("Noor");

    /// <summary>How often somebody had to do a thing again.</summary>
    public int DoneAgain { get; private set; }

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

        await town.Later(Duration.FromDays(29));
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
        await town.Settles();
        await Comes(() => ana.Sees("Stopped"));
        await Rests();
    }

    /// <summary>Long enough for everything that may still wait, and for all that is young to grow old.</summary>
    public async Task Rests()
    {
        await town.Later(Duration.FromHours(1));
        await town.Later(Duration.FromDays(2));
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

    private async Task Does(Func<Task> what, Action comes)
    {
        for (var tries = 1; ; tries++)
        {
            await what();
            await town.Settles();
            if (tries == mostTries || await HasCome(comes))
                break;
            DoneAgain++;
        }

        await Comes(comes);
    }

    private async Task Comes(Action comes)
    {
        await HasCome(comes);
        comes();
    }

    /// <summary>After a while, if need be: what did not go through is tried again later.</summary>
    private async Task<bool> HasCome(Action comes)
    {
        if (IsSo(comes))
            return true;
        if (mostTries > 1)
            await town.Later(Duration.FromMinutes(10));
        return IsSo(comes);
    }

    private static bool IsSo(Action comes)
    {
        try
        {
            comes();
            return true;
        }
        catch (RehearsalException)
        {
            return false;
        }
    }
}
