using MentorBot.Doctoring;
using MentorBot.Hosting;
using MentorBot.Settings;
using NodaTime;

namespace MentorBot.Commands;

/// <summary>Checks a configured bot from inside, where it runs, and says what to do about what fails. It changes nothing that stays.</summary>
public static class DoctorCommand
{
    /// <param name="change">For a test: what is different there, as for <see cref="BotHost.Build"/>.</param>
    /// <returns>0 when nothing failed, else 1.</returns>
    public static async Task<int> Run(BotSettings settings, TextWriter output, Action<WebApplicationBuilder>? change = null)
    {
        await using var app = BotHost.Build(settings, SystemClock.Instance, worksInBackground: false, change);
        var isWell = await Checkup.Run(Checkup.Of(settings, app.Services), output);
        await output.WriteLineAsync(isWell ? "Nothing failed." : "Put right what failed, from the top: what is below may follow from it. Then type this again.");
        return isWell ? 0 : 1;
    }
}
