using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Schema;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Standins.Tests.Bot;

/// <summary>A bot behind real HTTP.</summary>
internal sealed class BotServer : IAsyncDisposable
{
    private static readonly JsonSerializerSettings Wire = new() { NullValueHandling = NullValueHandling.Ignore };

    private readonly HttpClient _client = new();
    private readonly Loopback _server;

    private BotServer(Loopback server) => _server = server;

    public static Task<BotServer> Start(Func<ITurnContext, CancellationToken, Task> turn, CloudAdapter? adapter = null) => Start(new Turns(turn), adapter);

    public static async Task<BotServer> Start(IBot bot, CloudAdapter? adapter = null)
    {
        adapter ??= new CloudAdapter();
        return new BotServer(await Loopback.Start(context => adapter.ProcessAsync(context.Request, context.Response, bot, context.RequestAborted)));
    }

    public Task<Reply> Receives(Activity activity, string? authorization = null)
        => Receives(JsonConvert.SerializeObject(activity, Wire), authorization);

    public Task<Reply> Receives(string body, string? authorization = null)
        => Send(new HttpRequestMessage(HttpMethod.Post, _server.Address) { Content = new StringContent(body, Encoding.UTF8, "application/json") }, authorization);

    public async Task<Reply> Send(HttpRequestMessage request, string? authorization = null)
    {
        if (authorization != null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        request.RequestUri = new Uri(_server.Address);

        using (request)
        {
            using var response = await _client.SendAsync(request);
            return new Reply(response.StatusCode, response.Content.Headers.ContentType, await response.Content.ReadAsStringAsync());
        }
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return _server.DisposeAsync();
    }

    internal sealed record Reply(HttpStatusCode Status, MediaTypeHeaderValue? ContentType, string Text)
    {
        public JObject Json => JObject.Parse(Text);
    }

    private sealed class Turns(Func<ITurnContext, CancellationToken, Task> turn) : IBot
    {
        public Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken) => turn(turnContext, cancellationToken);
    }
}
