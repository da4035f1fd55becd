using System.Diagnostics;
using System.Text.Json;
using MentorBot.Benchmarks.Children;
using MentorBot.Testing.Services;

namespace MentorBot.Benchmarks.Load;

/// <summary>A server, or one piece of work, in a process of its own, under the runtime settings that the product ships with.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process process;

    private ChildProcess(Process process) => this.process = process;

    public Uri Address { get; private set; } = null!;

    public static async Task<ChildProcess> Serve(params string[] what)
    {
        var child = new ChildProcess(StartOurselves(["serve", .. what]));
        child.Address = new Uri(await child.Line());
        return child;
    }

    /// <summary>The product itself, as an operator starts it, on a free port.</summary>
    public static async Task<ChildProcess> Product(string folder)
    {
        var child = new ChildProcess(Start([Beside("MentorBot.dll"), "--Urls", "http://127.0.0.1:0", "--Data:Folder", folder]));
        var introduction = await child.Line();
        child.Address = new Uri(introduction.Split(' ').First(word => word.StartsWith("http:", StringComparison.Ordinal)));
        return child;
    }

    /// <summary>A process that does one thing, says one line about it, and ends.</summary>
    public static async Task<string> Once(params string[] what)
    {
        await using var child = new ChildProcess(StartOurselves(what));
        return await child.Line();
    }

    public async Task<string> Ask(string question)
    {
        await process.StandardInput.WriteLineAsync(question);
        await process.StandardInput.FlushAsync();
        return await Line();
    }

    public async Task<Usage> Usage() => JsonSerializer.Deserialize<Usage>(await Ask("usage"))!;

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }

        process.Dispose();
    }

    private async Task<string> Line() => await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The process ended without a word.");

    private static Process StartOurselves(params string[] arguments) => Start([
        "exec", "--runtimeconfig", Beside("MentorBot.runtimeconfig.json"), "--depsfile", Beside("MentorBot.Benchmarks.deps.json"),
        Beside("MentorBot.Benchmarks.dll"), .. arguments]);

    private static Process Start(IEnumerable<string> arguments) => Process.Start(
        new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments)
        {
            // Its services here show the certificate of this run.
            Environment = { ["SSL_CERT_FILE"] = TestCertificate.Shared.CertificateFile },
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;

    private static string Beside(string file) => Path.Combine(AppContext.BaseDirectory, file);
}
