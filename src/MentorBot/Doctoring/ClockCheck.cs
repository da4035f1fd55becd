using MentorBot.Adapters.Network;
using NodaTime;

namespace MentorBot.Doctoring;

/// <summary>This machine's clock beside that of a service: who is five minutes off gets no token, and believes none.</summary>
/// <param name="address">Of whoever gives tokens, or signs them.</param>
internal sealed class ClockCheck(Uri address, IClock clock, ServiceNetwork network) : ICheck
{
    private static readonly Duration Most = Duration.FromMinutes(2);

    public string What => "clock";

    public async Task<Diagnosis> Look(CancellationToken cancellationToken)
    {
        using var answer = await Get.From(address, network, cancellationToken);
        if (answer is null)
            return new Diagnosis.Failed($"{address.Host} could not be asked for the time.", $"Let this machine reach {address.Host} over https; look at its DNS, firewall and proxy.");
        if (answer.Headers.Date is not { } date)
            return new Diagnosis.Doubtful($"{address.Host} did not say what time it is.", "See by yourself that this machine's clock is right to the minute.");

        var ahead = clock.GetCurrentInstant() - Instant.FromDateTimeOffset(date);
        var minutes = (int)Math.Abs(Math.Round(ahead.TotalMinutes));
        return Duration.Max(ahead, -ahead) <= Most
            ? new Diagnosis.Fine($"the same as that of {address.Host}, to two minutes.")
            : new Diagnosis.Failed(
                $"this machine is {minutes} minutes {(ahead > Duration.Zero ? "ahead of" : "behind")} {address.Host}.",
                "Set its clock, and let it be kept right (NTP): from five minutes on no token is good.");
    }
}
