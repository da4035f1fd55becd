using System.Diagnostics;
using System.Runtime.InteropServices;
using MentorBot.Hosting;

namespace MentorBot.Tests.Commands;

/// <summary>The bot as somebody starts it in a terminal.</summary>
internal sealed record BotProcess(int ExitCode, string Output, string Errors)
{
    private const int Interrupt = 2;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <param name="folder">Where the command is typed.</param>
    /// <param name="typed">What is typed into it.</param>
    /// <param name="arguments">What follows the command's name.</param>
    public static async Task<BotProcess> Run(string folder, string typed, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.StandardInput.WriteAsync(typed);
            process.StandardInput.Close();
            await process.WaitForExitAsync(patience.Token);
            return new(process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>As <see cref="Run"/>, until it says something that begins with <paramref name="last"/>; then somebody presses Ctrl+C, once.</summary>
    public static async Task<BotProcess> RunUntil(string last, string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        using var patience = new CancellationTokenSource(Patience);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        var output = "";
        try
        {
            while (await process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                output += line + '\n';
                if (line.StartsWith(last, StringComparison.Ordinal))
                    break;
            }

            Assert.Equal(0, Signal(process.Id, Interrupt));
            output += await process.StandardOutput.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return new(process.ExitCode, output, await errors);
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }

    private static Process Start(string folder, string[] arguments)
    {
        // Tests that a script started in its background ignore Ctrl+C, and hand that down: as in a terminal it is heard again.
        var dotnet = Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet";
        string[] program = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", dotnet] : [dotnet];
        var start = new ProcessStartInfo(program[0], program[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(typeof(BotHost).Assembly.Location);
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["TMPDIR"] = folder;
        start.Environment.Remove("ASPNETCORE_URLS");
        return Process.Start(start)!;
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);
}
