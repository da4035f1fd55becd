namespace MentorBot.Adapters.KeyVault;

/// <summary>How long somebody who presses a card may be kept waiting for the vault.</summary>
/// <param name="ATry">Until one try is given up.</param>
/// <param name="Altogether">Until all is given up, also where the vault asks to come back later than that.</param>
/// <param name="BetweenTries">Before the second try, doubling; or as long as the vault asks, if that is longer.</param>
internal sealed record VaultPatience(TimeSpan ATry, TimeSpan Altogether, TimeSpan BetweenTries)
{
    public static readonly VaultPatience Usual = new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20), TimeSpan.FromMilliseconds(200));
}
