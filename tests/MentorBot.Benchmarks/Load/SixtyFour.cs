using System.Diagnostics;
using System.Net;

namespace MentorBot.Benchmarks.Load;

/// <summary>Sixty-four callers on connections that stay open; each asks again as soon as it has its answer.</summary>
/// <param name="authorization">What each request bears; null for nothing.</param>
public sealed class SixtyFour(Uri server, string? authorization = null) : IDisposable
{
    public const int Callers = 64;

    private readonly Uri address = new(server, "/api/messages");
    private readonly HttpMessageInvoker http = new(new SocketsHttpHandler { MaxConnectionsPerServer = Callers, UseCookies = false, AllowAutoRedirect = false });

    /// <summary>Sends requests number <paramref name="from"/> to <paramref name="from"/> + <paramref name="count"/>; any other answer than 200 ends it all.</summary>
    /// <returns>How long each took.</returns>
    public async Task<TimeSpan[]> Send(int from, int count, Func<int, byte[]> request)
    {
        var took = new TimeSpan[count];
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            for (var at = Interlocked.Increment(ref next); at < count; at = Interlocked.Increment(ref next))
                took[at] = await Send(request(from + at));
        })));
        return took;
    }

    private async Task<TimeSpan> Send(byte[] body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        if (authorization is not null)
            request.Headers.TryAddWithoutValidation("Authorization", authorization);
        var start = Stopwatch.GetTimestamp();
        using var response = await http.SendAsync(request, CancellationToken.None);
        await response.Content.CopyToAsync(Stream.Null);
        return response.StatusCode == HttpStatusCode.OK
            ? Stopwatch.GetElapsedTime(start)
            : throw new InvalidOperationException($"The server answered {(int)response.StatusCode}.");
    }

    public void Dispose() => http.Dispose();
}
