using System.Collections.Immutable;
using Microsoft.Extensions.Configuration;

namespace MentorBot.Flows.Turns;

/// <summary>As what Teams knows the bot, and where Teams is.</summary>
/// <param name="AppId">The bot's app id; empty without one, when it talks with this machine alone.</param>
/// <param name="ServiceUrls">Where Teams listens: compared by scheme, host and port.</param>
public sealed record TeamsRegistration(string AppId, ImmutableArray<Uri> ServiceUrls)
{
    public static readonly TeamsRegistration None = new("", []);

    public bool IsNone => AppId.Length == 0;

    /// <summary>Where the keys are that Teams signs with, and who it says it is; null for the public cloud.</summary>
    public (string MetadataUrl, string Issuer)? Issuer { get; init; }

    /// <summary>Whom the bot's tokens for Teams are meant for; null for the public cloud.</summary>
    public string? Audience { get; init; }

    /// <summary>As the SDK reads it. Once it is told anything, it leaves nothing to its defaults: so all of it is said then.</summary>
    internal IConfiguration Settings()
    {
        var settings = new Dictionary<string, string?> { ["MicrosoftAppId"] = AppId };
        if (Issuer is not null || Audience is not null)
        {
            const string publicCloud = "https://api.botframework.com";
            var (metadata, issuer) = Issuer ?? ("https://login.botframework.com/v1/.well-known/openidconfiguration", publicCloud);
            settings["ToBotFromChannelOpenIdMetadataUrl"] = metadata;
            settings["ToBotFromChannelTokenIssuer"] = issuer;
            settings["ToBotFromEmulatorOpenIdMetadataUrl"] = metadata;
            settings["ToChannelFromBotOAuthScope"] = Audience ?? publicCloud;
            settings["ToChannelFromBotLoginUrl"] = "https://login.microsoftonline.com/botframework.com";
            settings["OAuthUrl"] = publicCloud;
            settings["CallerId"] = "urn:botframework:azure";
        }

        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
    }
}
