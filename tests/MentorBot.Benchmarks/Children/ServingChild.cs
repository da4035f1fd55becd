using System.Runtime;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;

namespace MentorBot.Benchmarks.Children;

/// <summary>
/// A process that only serves, so that what it uses is the server's alone. It says where it listens, then answers each line of
/// its input with one line, and ends with its input.
/// </summary>
public static class ServingChild
{
    public static async Task<int> Run(string kind, string[] details)
    {
        await using var server = kind switch
        {
            "bare" => new Served(BareServer.Build(int.Parse(details[0], Invariant), details.ElementAtOrDefault(1))),
            "echo" => new Served(EchoServer.Build()),
            "bot" => BotServer.Build(details[0], details[1], worksInBackground: details[2] == "working", details.AsSpan(3)),
            _ => throw new ArgumentException($"There is no server \"{kind}\"."),
        };
        await server.App.StartAsync();
        Console.WriteLine(server.App.Urls.First());
        while (await Console.In.ReadLineAsync() is { } line)
            Console.WriteLine(line == "usage" ? JsonSerializer.Serialize(Usage()) : await server.Answer(line.Split(' ')));
        return 0;
    }

    private static Usage Usage() => new(
        Environment.CpuUsage.TotalTime,
        GC.GetTotalAllocatedBytes(precise: true),
        Environment.WorkingSet,
        GC.GetGCMemoryInfo().TotalCommittedBytes,
        $"{(GCSettings.IsServerGC ? "server" : "workstation")} GC, {(GCSettings.LatencyMode == GCLatencyMode.Batch ? "not concurrent" : "concurrent")}");

    private static readonly IFormatProvider Invariant = System.Globalization.CultureInfo.InvariantCulture;
}

/// <summary>What a server has used since it started.</summary>
/// <param name="Resident">In bytes, now.</param>
/// <param name="Heap">In bytes, as committed at the last collection.</param>
public sealed record Usage(TimeSpan Cpu, long Allocated, long Resident, long Heap, string Collector);

/// <summary>A server, and what it answers on its input.</summary>
public class Served(WebApplication app) : IAsyncDisposable
{
    public WebApplication App => app;

    public virtual Task<string> Answer(string[] words) => throw new ArgumentException($"Nobody answers \"{words[0]}\".");

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return app.DisposeAsync();
    }
}
