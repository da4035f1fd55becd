using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MentorBot.Adapters.Tests.AzureStorage;

/// <summary>
/// Something at the address of the tables that answers as a test wishes, byte by byte. It makes every table it is asked for.
/// Text is one byte a character, so that it can be passed on as it came.
/// </summary>
internal sealed class FaultyTables : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource ending = new();
    private readonly Task serving;

    public FaultyTables()
    {
        listener.Start();
        serving = Serve();
    }

    public string Endpoint => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port.ToString(CultureInfo.InvariantCulture)}/devstoreaccount1";

    /// <summary>What is asked beyond making tables, as it came.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>The whole answer to a request; null hangs up.</summary>
    public Func<string, CancellationToken, Task<string?>> Answer { get; set; } = (_, _) => Task.FromResult<string?>(null);

    /// <summary>The same for making a table.</summary>
    public Func<string, CancellationToken, Task<string?>> AnswerMaking { get; set; } = (_, _) => Task.FromResult<string?>(Http("204 No Content", "", "application/json"));

    public static string Http(string status, string body, string type = "application/json;odata=minimalmetadata", int? length = null) =>
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status}\r\nContent-Type: {type}\r\nContent-Length: {length ?? body.Length}\r\nConnection: close\r\n\r\n{body}");

    public static string Refusal(string code, string message = "No.") =>
        $$"""{"odata.error":{"code":"{{code}}","message":{"lang":"en-US","value":"{{message}}"} } }""";

    /// <summary>The answer to a transaction, with these parts.</summary>
    public static string Batch(params IEnumerable<string> parts)
    {
        const string start = "Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n";
        var changes = string.Concat(parts.Select(part => $"--changesetresponse_1\r\n{start}{part}\r\n"));
        return Http("202 Accepted", $"--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_1\r\n\r\n{changes}--changesetresponse_1--\r\n--batchresponse_1--\r\n", "multipart/mixed; boundary=batchresponse_1");
    }

    public static string Part(string status, string body = "") => $"HTTP/1.1 {status}\r\nX-Content-Type-Options: nosniff\r\nContent-Type: application/json\r\n\r\n{body}\r\n";

    /// <summary>Asks another server the same; the first of what it says.</summary>
    public static async Task<string> PassOn(Uri to, string request, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(to.Host, to.Port, cancellationToken);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), cancellationToken);
        var said = new byte[64 * 1024];
        return Encoding.Latin1.GetString(said, 0, await client.GetStream().ReadAsync(said, cancellationToken));
    }

    public void Dispose()
    {
        ending.Cancel();
        listener.Dispose();
        serving.Wait();
        ending.Dispose();
    }

    private async Task Serve()
    {
        var callers = new List<Task>();
        try
        {
            while (true)
                callers.Add(Serve(await listener.AcceptTcpClientAsync(ending.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(callers);
        }
    }

    private async Task Serve(TcpClient client)
    {
        using var caller = client;
        try
        {
            var request = await Read(client.GetStream());
            var making = request.Split(' ') is ["POST", var path, ..] && path.EndsWith("/Tables", StringComparison.Ordinal);
            if (!making)
                Requests.Enqueue(request);
            if (await (making ? AnswerMaking : Answer)(request, ending.Token) is { } answer)
                await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(answer), ending.Token);
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // Either side has had enough.
        }
    }

    private async Task<string> Read(NetworkStream stream)
    {
        var request = "";
        var some = new byte[64 * 1024];
        while (!IsWhole(request))
        {
            var read = await stream.ReadAsync(some, ending.Token);
            if (read == 0)
                throw new IOException("Half a request.");
            request += Encoding.Latin1.GetString(some, 0, read);
        }

        return request;
    }

    private static bool IsWhole(string request)
    {
        if (request.Split("\r\n\r\n", 2) is not [var head, var body])
            return false;
        var length = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))?.Split(':')[1];
        return body.Length >= int.Parse(length ?? "0", CultureInfo.InvariantCulture);
    }
}
