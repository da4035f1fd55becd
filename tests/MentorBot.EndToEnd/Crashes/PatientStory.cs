using MentorBot.Rehearsal;
using NodaTime;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>A story whose people wait for what should come, and do a thing again where they read an apology.</summary>
/// <param name="mostTries">
/// How often somebody does a thing at most before they see what should come of it. Once, but where the connector fails: who
/// reads an apology does it again.
/// </param>
internal abstract class PatientStory(Town town, int mostTries)
{
    /// <summary>How often somebody had to do a thing again.</summary>
    public int DoneAgain { get; private set; }

    protected Town Town => town;

    /// <summary>Long enough for everything that may still wait, and for all that is young to grow old.</summary>
    public async Task Rests()
    {
        await Town.Later(Duration.FromHours(1));
        await Town.Later(Duration.FromDays(2));
    }

    protected async Task Does(Func<Task> what, Action comes)
    {
        for (var tries = 1; ; tries++)
        {
            await what();
            await Town.Settles();
            if (tries == mostTries || await HasCome(comes))
                break;
            DoneAgain++;
        }

        await Comes(comes);
    }

    protected async Task Comes(Action comes)
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
            await Town.Later(Duration.FromMinutes(10));
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
