using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.InteropServices;
using MentorBot.Hosting;
using MentorBot.Rehearsal;
using Microsoft.Data.Sqlite;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>The bot as it is shipped, in a process of its own, with the real clock and a worker that works by itself.</summary>
internal sealed class ChildBot : IRehearsedBot
{
    private const int Terminate = 15;

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly string folder;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool isKilled;

    private ChildBot(string folder)
    {
        this.folder = folder;
        var start = new ProcessStartInfo(DotnetPath)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "MentorBot.dll"), "--Urls", "http://127.0.0.1:0", "--Data:Folder", folder },
        };
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException("The bot ended before it listened."));
    }

    public Uri Messages { get; private set; } = null!;

    public IEnumerable<string> LogLines => lines;

    /// <summary>Only a kill: a bot that ends by itself fails the town.</summary>
    public bool HasCrashed => isKilled;

    private static string DotnetPath =>
        Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet";

    public static StartBot Starting => async (town, cancellationToken) => await Start(town.DataFolder, cancellationToken);

    public static async Task<ChildBot> Start(string folder, CancellationToken cancellationToken = default)
    {
        var bot = new ChildBot(folder);
        bot.Launch();
        try
        {
            bot.Messages = await bot.listening.Task.WaitAsync(Patience, cancellationToken);
        }
        catch
        {
            await bot.Crash();
            throw;
        }

        return bot;
    }

    /// <summary>Starts one that is expected to refuse, and waits for its end.</summary>
    /// <returns>Its exit code, and what it said.</returns>
    public static async Task<(int ExitCode, string Said)> StartRefused(string folder)
    {
        var bot = new ChildBot(folder);
        bot.Launch();
        var code = await bot.Ended();
        return (code, string.Join('\n', bot.lines));
    }

    /// <summary>As kill -9 does: the process is gone, and nothing was asked of it.</summary>
    public void Kill()
    {
        isKilled = true;
        process.Kill();
    }

    /// <summary>SIGTERM, as an operator or an orchestrator ends it.</summary>
    public async Task<int> Stop()
    {
        if (OperatingSystem.IsWindows())
            process.Kill();
        else if (SendSignal(process.Id, Terminate) != 0)
            throw new InvalidOperationException("The signal could not be sent.");
        return await Ended();
    }

    /// <summary>Waits until nothing is left in any outbox; the bot itself works these off.</summary>
    public async Task RunUntilIdle(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        while (Waiting() > 0)
        {
            if (isKilled)
                throw new InvalidOperationException("Killed.");
            await Task.Delay(BetweenLooks, limit.Token);
        }
    }

    public async ValueTask Crash()
    {
        isKilled = true;
        process.Kill();
        await Ended();
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
            await Stop();
        process.Dispose();
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int SendSignal(int process, int signal);

    private void Launch()
    {
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    private async Task<int> Ended()
    {
        using var limit = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    private void Read(string? line)
    {
        if (line is null)
            return;
        lines.Enqueue(line);
        const string Listens = "MentorBot listens on ";
        if (line.StartsWith(Listens, StringComparison.Ordinal))
            listening.TrySetResult(new Uri(line[Listens.Length..].Split(' ')[0]));
    }

    private long Waiting()
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, AdapterServices.Rows)};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM rows WHERE CAST(key AS TEXT) LIKE 'outbox-%'";
        return (long)command.ExecuteScalar()!;
    }
}
