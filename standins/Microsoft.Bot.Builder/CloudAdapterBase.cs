using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Security.Claims;
using System.Security.Principal;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Bot.Builder;

/// <summary>An adapter that speaks the connector protocol.</summary>
public abstract class CloudAdapterBase : BotAdapter
{
    internal const string InvokeResponseKey = "BotFrameworkAdapter.InvokeResponse";

    protected CloudAdapterBase(BotFrameworkAuthentication botFrameworkAuthentication, ILogger logger = null)
    {
        BotFrameworkAuthentication = botFrameworkAuthentication ?? throw new ArgumentNullException(nameof(botFrameworkAuthentication));
        Logger = logger ?? NullLogger.Instance;
    }

    protected BotFrameworkAuthentication BotFrameworkAuthentication { get; }

    protected ILogger Logger { get; }

    /// <summary>One after the other, in their order; a failure leaves the rest unsent.</summary>
    public override async Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
            throw new ArgumentException("There is nothing to send.", nameof(activities));

        var responses = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            // The channel gives the id.
            activities[i].Id = null;
            responses[i] = await Send(turnContext, activities[i], cancellationToken) ?? new ResourceResponse(string.Empty);
        }

        return responses;
    }

    public override Task<ResourceResponse> UpdateActivityAsync(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activity);
        return Conversations(turnContext).UpdateActivityAsync(activity, cancellationToken);
    }

    public override Task DeleteActivityAsync(ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(reference);
        return Conversations(turnContext).DeleteActivityAsync(reference.Conversation.Id, reference.ActivityId, cancellationToken);
    }

    public override async Task ContinueConversationAsync(string botAppId, ConversationReference reference, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reference);

        var identity = CreateClaimsIdentity(botAppId);
        var activity = reference.GetContinuationActivity();
        var connectors = BotFrameworkAuthentication.CreateConnectorFactory(identity);
        using var connector = await connectors.CreateAsync(activity.ServiceUrl, null, cancellationToken);
        await Turn(activity, identity, null, connectors, connector, callback, _ => (InvokeResponse)null, cancellationToken);
    }

    protected async Task<InvokeResponse> ProcessActivityAsync(string authHeader, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        var caller = await BotFrameworkAuthentication.AuthenticateRequestAsync(activity, authHeader, cancellationToken);
        return await ProcessActivityAsync(caller, activity, callback, cancellationToken);
    }

    protected async Task<InvokeResponse> ProcessActivityAsync(
        AuthenticateRequestResult authenticateRequestResult, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        activity.CallerId = authenticateRequestResult.CallerId;

        var connectors = authenticateRequestResult.ConnectorFactory;
        using var connector = await connectors.CreateAsync(activity.ServiceUrl, authenticateRequestResult.Audience, cancellationToken);
        return await Turn(
            activity, authenticateRequestResult.ClaimsIdentity, authenticateRequestResult.Audience, connectors, connector, callback, Answer, cancellationToken);
    }

    [SuppressMessage("Performance", "CA1822", Justification = "An instance member officially.")]
    protected ClaimsIdentity CreateClaimsIdentity(string botAppId) => new(
    [
        new Claim(AuthenticationConstants.AudienceClaim, botAppId ?? string.Empty),
        new Claim(AuthenticationConstants.AppIdClaim, botAppId ?? string.Empty),
    ]);

    private static IConversations Conversations(ITurnContext turnContext) => turnContext.TurnState.Get<IConnectorClient>().Conversations;

    private static async Task<ResourceResponse> Send(ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        if (activity.Type == ActivityTypesEx.InvokeResponse)
        {
            turnContext.TurnState.Add(InvokeResponseKey, activity);
            return null;
        }

        if (activity.Type == ActivityTypes.Trace && activity.ChannelId != Channels.Emulator)
            return null;

        return string.IsNullOrWhiteSpace(activity.ReplyToId)
            ? await Conversations(turnContext).SendToConversationAsync(activity, cancellationToken)
            : await Conversations(turnContext).ReplyToActivityAsync(activity, cancellationToken);
    }

    private static InvokeResponse Answer(TurnContext turn)
    {
        if (turn.Activity.DeliveryMode == DeliveryModes.ExpectReplies)
            return new InvokeResponse { Status = (int)HttpStatusCode.OK, Body = new ExpectedReplies(turn.BufferedReplyActivities) };
        if (turn.Activity.Type != ActivityTypes.Invoke)
            return null;

        // Nothing may have answered because OnTurnError swallowed why: the caller is told the same either way.
        return turn.TurnState.Get<Activity>(InvokeResponseKey) is { } answer
            ? (InvokeResponse)answer.Value
            : new InvokeResponse { Status = (int)HttpStatusCode.NotImplemented };
    }

    private async Task<T> Turn<T>(
        Activity activity,
        ClaimsIdentity identity,
        string audience,
        ConnectorFactory connectors,
        IConnectorClient connector,
        BotCallbackHandler callback,
        Func<TurnContext, T> result,
        CancellationToken cancellationToken)
    {
        using var tokens = await BotFrameworkAuthentication.CreateUserTokenClientAsync(identity, cancellationToken);
        using var turn = new TurnContext(this, activity);
        turn.TurnState.Add<IIdentity>(BotIdentityKey, identity);
        turn.TurnState.Add(connector);
        turn.TurnState.Add(tokens);
        turn.TurnState.Add(callback);
        turn.TurnState.Add(connectors);
        turn.TurnState.Set(OAuthScopeKey, audience);

        await RunPipelineAsync(turn, callback, cancellationToken);
        return result(turn);
    }
}
