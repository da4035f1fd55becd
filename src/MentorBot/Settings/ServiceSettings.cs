using System.Collections.Immutable;
using MentorBot.Adapters.AzureStorage;
using MentorBot.Adapters.Identity;

namespace MentorBot.Settings;

/// <summary>The services around the bot; by default there are none, and everything is on this machine.</summary>
public sealed record ServiceSettings
{
    public static readonly ServiceSettings None = new();

    /// <summary>As whom the bot signs in; null without a bot app id, when it talks with this machine alone.</summary>
    public AppIdentity? App { get; init; }

    /// <summary>Where the bot's tokens come from.</summary>
    public Uri Authority { get; init; } = new("https://login.microsoftonline.com/");

    /// <summary>Where Teams listens: activities from elsewhere are refused, and nothing is sent elsewhere. Compared by scheme, host and port.</summary>
    public ImmutableArray<Uri> ServiceUrls { get; init; } = [];

    /// <summary>Where the keys are that Teams signs with, and who it says it is; null for the public cloud.</summary>
    public (string MetadataUrl, string Issuer)? TeamsIssuer { get; init; }

    /// <summary>Whom the bot's tokens for Teams are meant for; null for the public cloud.</summary>
    public string? TeamsAudience { get; init; }

    /// <summary>Where people's browsers reach the bot; null without a bot app id, when it is where it listens.</summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>The rows and the queue; null for the embedded ones.</summary>
    public StorageAccount? Storage { get; init; }

    /// <summary>The wrapping key in its vault, such as https://vault.vault.azure.net/keys/name; null for the key file.</summary>
    public Uri? MasterKey { get; init; }

    public bool DirectoryInGraph { get; init; }

    public bool CalendarsInGraph { get; init; }

    public Uri Graph { get; init; } = new("https://graph.microsoft.com/v1.0");
}
