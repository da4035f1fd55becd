using System.Security.Claims;
using MentorBot.Domain;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace MentorBot.Flows.Turns;

/// <summary>
/// Around the SDK's authentication: what it leaves open. Without a bot app id the bot talks with this machine alone; activities
/// of another tenant are refused; and no message goes to an address that a request brought along, unless it is allowed.
/// Every refusal is the same, without detail.
/// </summary>
public sealed class GuardedAuthentication(BotFrameworkAuthentication inner, TenantId tenant) : BotFrameworkAuthentication
{
    /// <summary>Those of Teams have 200 characters or so.</summary>
    private const int LongestId = 1024;

    public override Task<AuthenticateRequestResult> AuthenticateRequestAsync(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        if (activity is null || !Allowed(activity.ServiceUrl) || !OwnTenant(activity) || !HasIds(activity))
            throw new UnauthorizedAccessException();
        return Authenticate(activity, authHeader, cancellationToken);
    }

    public override Task<AuthenticateRequestResult> AuthenticateStreamingRequestAsync(string authHeader, string channelIdHeader, CancellationToken cancellationToken) =>
        throw new UnauthorizedAccessException();

    public override ConnectorFactory CreateConnectorFactory(ClaimsIdentity claimsIdentity) => new Guarded(inner.CreateConnectorFactory(claimsIdentity));

    public override Task<UserTokenClient> CreateUserTokenClientAsync(ClaimsIdentity claimsIdentity, CancellationToken cancellationToken) =>
        inner.CreateUserTokenClientAsync(claimsIdentity, cancellationToken);

    /// <summary>A token that cannot even be read is refused like any other, not an error of ours.</summary>
    private async Task<AuthenticateRequestResult> Authenticate(Activity activity, string authHeader, CancellationToken cancellationToken)
    {
        try
        {
            return await inner.AuthenticateRequestAsync(activity, authHeader, cancellationToken);
        }
        catch (ArgumentException unreadable)
        {
            throw new UnauthorizedAccessException(null, unreadable);
        }
    }

    /// <summary>They become parts of addresses and rows.</summary>
    private static bool HasIds(Activity activity) =>
        IsId(activity.ChannelId) && IsId(activity.Conversation?.Id) && IsId(activity.Recipient?.Id) && IsId(activity.From?.Id)
        && (activity.Id is null or "" || IsId(activity.Id)) && (activity.ReplyToId is null or "" || IsId(activity.ReplyToId));

    private static bool IsId(string? id) => id is { Length: > 0 and <= LongestId } && !id.AsSpan().ContainsAnyInRange('\0', '\u001f');

    /// <summary>This machine: nothing else is talked to without a bot app id.</summary>
    private static bool Allowed(string? serviceUrl) => Uri.TryCreate(serviceUrl, UriKind.Absolute, out var url) && url is { IsLoopback: true, Scheme: "http" or "https" };

    /// <summary>A client on this machine may leave the tenant out; where it names one, it is ours.</summary>
    private bool OwnTenant(Activity activity)
    {
        var inConversation = activity.Conversation?.TenantId;
        var inChannelData = (activity.ChannelData as JObject)?.SelectToken("tenant.id") is JValue { Value: string id } ? id : null;
        return (inConversation ?? inChannelData ?? tenant.Value) == tenant.Value && (inChannelData ?? tenant.Value) == tenant.Value;
    }

    private sealed class Guarded(ConnectorFactory inner) : ConnectorFactory
    {
        public override Task<Microsoft.Bot.Connector.IConnectorClient> CreateAsync(string serviceUrl, string audience, CancellationToken cancellationToken) =>
            Allowed(serviceUrl) ? inner.CreateAsync(serviceUrl, audience, cancellationToken) : throw new UnauthorizedAccessException();
    }
}
