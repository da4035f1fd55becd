using MentorBot.Adapters.Network;

namespace MentorBot.Doctoring;

/// <summary>Whether the bot is reached where people's browsers go. It may not be running yet, so this is never a failure.</summary>
internal sealed class PublicAddressCheck(Uri address, ServiceNetwork network) : ICheck
{
    public string What => "public address";

    public async Task<Diagnosis> Look(CancellationToken cancellationToken)
    {
        var health = new Uri(address, "/healthz");
        using var answer = await Get.From(health, network, cancellationToken);
        return answer switch
        {
            { IsSuccessStatusCode: true } => new Diagnosis.Fine($"{health} answers that the bot is well."),
            null => new Diagnosis.Doubtful($"nobody answers at {health}.", "If the bot runs, look at its ingress, and at the name and certificate of PublicAddress; if it does not run yet, all is as it should be."),
            var other => new Diagnosis.Doubtful($"{health} answered {(int)other.StatusCode}.", "503 is the bot, which cannot read its rows: its log says why. Anything else is somebody on the way to it: PublicAddress must lead to the bot."),
        };
    }
}
