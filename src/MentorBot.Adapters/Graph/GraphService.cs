using Azure.Core;
using MentorBot.Adapters.Network;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;
using Microsoft.Kiota.Authentication.Azure;
using Microsoft.Kiota.Http.HttpClientLibrary.Middleware;

namespace MentorBot.Adapters.Graph;

/// <summary>Microsoft Graph, as the bot itself asks it: application permissions, its own token, its own patience.</summary>
/// <remarks>All of it may be repeated: what is read, what is set, and new events, which carry a transaction id. Of the middleware that the SDK brings only the one that spells query options as they are documented: nothing is repeated or redirected twice.</remarks>
public sealed class GraphService(ServiceNetwork network, TokenCredential credential, Uri root, TimeProvider time)
{
    /// <summary>For one question with all its repetitions; who waits for an answer in a chat does not wait longer.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    internal GraphServiceClient Client { get; } = new(
        new HttpClient(new ParametersNameDecodingHandler { InnerHandler = new ResilientHandler(time, network.Handler, mayRepeatAll: true) }, disposeHandler: false) { Timeout = Longest },
        new BaseBearerTokenAuthenticationProvider(new AzureIdentityAccessTokenProvider(credential, [root.Host], scopes: [new Uri(root, "/.default").AbsoluteUri])),
        root.AbsoluteUri.TrimEnd('/'));
}
