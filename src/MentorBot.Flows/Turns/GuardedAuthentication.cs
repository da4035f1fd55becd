using System.Security.Claims;
using MentorBot.Domain;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Newtonsoft.Json.Linq;

namespace MentorBot.Flows.Turns;

/// <summary>
/// Around the SDK's authentication: what it leaves open. Without a bot app id the bot talks with this machine alone. With one,
/// only with Teams, about people of its own tenant, and as nobody but itself; and no message goes to an address that is not on
/// the list. Every refusal is the same, without detail.
/// </summary>
public sealed partial class GuardedAuthentication(BotFrameworkAuthentication inner, TenantId tenant, TeamsRegistration? registration = null, ILogger? logger = null) : BotFrameworkAuthentication
{
    /// <summary>Those of Teams have 200 characters or so.</summary>
    private const int LongestId = 1024;

    private const string ForeignTenant = "it is not from the tenant that Tenant names";

    private readonly TeamsRegistration registration = registration ?? TeamsRegistration.None;
    private readonly ILogger logger = logger ?? NullLogger.Instance;

    /// <summary>Whether the header could belong to Teams at all; what comes with another one need not even be read.</summary>
    public static bool MayBear(string? authHeader) => BearerHeader.Read(authHeader) is not null;

    public override async Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        if (activity is null || !HasIds(activity))
        {
            if (registration.IsNone)
                LogRefusedHere("it lacks the id of its channel, conversation, sender or recipient, or has one that cannot be");
            throw new UnauthorizedAccessException();
        }

        var caller = registration.IsNone
            ? await FromThisMachine(activity, authHeader, cancellationToken)
            : await FromTeams(activity, authHeader, cancellationToken);
        caller.ConnectorFactory = new Guarded(caller.ConnectorFactory, this);
        return caller;
    }

    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(string authHeader, string channelIdHeader, CancellationToken cancellationToken) =>
        throw new UnauthorizedAccessException();

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => new Guarded(inner.CreateConnectorFactory(claimsIdentity), this);

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        inner.CreateUserTokenClientAsync(claimsIdentity, cancellationToken);

    /// <summary>A client on this machine may leave the tenant out; where it names one, it is ours. It proves nothing, and need not.</summary>
    private async Task<AuthenticateRequestResult> FromThisMachine(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        if (WhyNotHere(activity, authHeader) is { } reason)
        {
            LogRefusedHere(reason);
            throw new UnauthorizedAccessException();
        }

        return await inner.AuthenticateRequestAsync(activity, authHeader, cancellationToken);
    }

    private string? WhyNotHere(Activity activity, string authHeader)
    {
        if (!string.IsNullOrWhiteSpace(authHeader))
            return "it bears a token, and no bot is registered in MicrosoftAppId for whom it could be";
        if (!IsAllowed(activity.ServiceUrl))
            return "its service URL is not on this machine, and no bot is registered in MicrosoftAppId";
        return IsFromOurs(activity, whereNoneIsNamed: true) ? null : ForeignTenant;
    }

    private async Task<AuthenticateRequestResult> FromTeams(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        var caller = await Proven(activity, BearerHeader.Read(authHeader) ?? throw new UnauthorizedAccessException(), cancellationToken);

        // From here on it is the channel that speaks, so an operator may hear why it is not listened to.
        if (WhyNot(activity, caller.ClaimsIdentity) is { } reason)
        {
            LogRefused(reason);
            throw new UnauthorizedAccessException();
        }

        return caller;
    }

    /// <summary>The SDK refuses in many ways, some of them errors of a server: here they are all one. (What it could not find out, such as the issuer's keys, it logs.)</summary>
    private async Task<AuthenticateRequestResult> Proven(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        try
        {
            return await inner.AuthenticateRequestAsync(activity, authHeader, cancellationToken);
        }
        catch (Exception refused) when (!cancellationToken.IsCancellationRequested)
        {
            var problem = refused.GetType();
            LogUnproven(problem);
            throw new UnauthorizedAccessException(null, refused);
        }
    }

    /// <summary>They become parts of addresses and rows.</summary>
    private static bool HasIds(Activity activity) =>
        IsId(activity.ChannelId) && IsId(activity.Conversation?.Id) && IsId(activity.Recipient?.Id) && IsId(activity.From?.Id)
        && (activity.Id is null or "" || IsId(activity.Id)) && (activity.ReplyToId is null or "" || IsId(activity.ReplyToId));

    private static bool IsId(string? id) => id is { Length: > 0 and <= LongestId } && !id.AsSpan().ContainsAnyInRange('\0', '\u001f');

    /// <summary>Null when it is Teams, writing for one of our people, to this bot.</summary>
    private string? WhyNot(Activity activity, ClaimsIdentity caller)
    {
        // Tokens of the emulator and of other bots, which the SDK lets in as well, are for no service URL. The bot's own are among them.
        if (activity.ServiceUrl is null || !activity.ServiceUrl.Equals(caller.FindFirst(AuthenticationConstants.ServiceUrlClaim)?.Value, StringComparison.OrdinalIgnoreCase))
            return "the token was not made for the service URL";
        if (!IsAllowed(activity.ServiceUrl))
            return "its service URL is not among Teams:ServiceUrls";
        if (activity.ChannelId != Channels.Msteams)
            return "it does not come from Teams";
        if (!activity.Recipient.Id.Equals($"28:{registration.AppId}", StringComparison.OrdinalIgnoreCase))
            return "it is meant for another bot";
        return IsFromOurs(activity, whereNoneIsNamed: false) ? null : ForeignTenant;
    }

    /// <summary>Whether every tenant that it names is ours; of the two places for it, either may be empty.</summary>
    private bool IsFromOurs(Activity activity, bool whereNoneIsNamed)
    {
        var inConversation = activity.Conversation.TenantId;
        var inChannelData = (activity.ChannelData as JObject)?.SelectToken("tenant.id") is JValue { Value: string id } ? id : null;
        return (inConversation ?? inChannelData) is { } named ? named == tenant.Value && (inChannelData ?? named) == tenant.Value : whereNoneIsNamed;
    }

    private bool IsAllowed(string? serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            return false;
        return registration.IsNone
            ? url.IsLoopback
            : url.UserInfo.Length == 0 && registration.ServiceUrls.Any(allowed => (allowed.Scheme, allowed.IdnHost, allowed.Port) == (url.Scheme, url.IdnHost, url.Port));
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A signed activity was refused: {Reason}.")]
    private partial void LogRefused(string reason);

    /// <summary>Only this machine can come, so nobody floods the log.</summary>
    [LoggerMessage(Level = LogLevel.Warning, Message = "An activity was refused: {Reason}.")]
    private partial void LogRefusedHere(string reason);

    /// <summary>Not above debugging: anybody may come with a bad token, as often as they like.</summary>
    [LoggerMessage(Level = LogLevel.Debug, Message = "An activity was refused for its token ({Problem}).")]
    private partial void LogUnproven(Type problem);

    private sealed class Guarded(ConnectorFactory inner, GuardedAuthentication guard) : ConnectorFactory
    {
        public override Task<IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken) =>
            guard.IsAllowed(serviceUrl) ? inner.CreateAsync(serviceUrl, audience, cancellationToken) : throw new UnauthorizedAccessException();
    }
}
