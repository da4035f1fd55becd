using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace MentorBot.Rehearsal.Azurite;

/// <summary>Table and queue storage on this machine: Azurite, by Node, on free ports of the loopback address.</summary>
public sealed partial class AzuriteServer : IAsyncDisposable
{
    /// <summary>The account that every Azurite has, and its key, which everybody knows.</summary>
    public const string Account = "devstoreaccount1";

    /// <inheritdoc cref="Account"/>
    public const string AccountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private const int Interrupt = 2;
    private static readonly TimeSpan Answer = TimeSpan.FromMinutes(1);

    private readonly Process process;
    private bool isStopped;

    private AzuriteServer(Process process, string folder, Uri tables, Uri queues)
    {
        this.process = process;
        Folder = folder;
        Tables = new(tables, Account);
        Queues = new(queues, Account);
    }

    /// <summary>Where its files are. They are complete once it is disposed.</summary>
    public string Folder { get; }

    public Uri Tables { get; }

    public Uri Queues { get; }

    /// <summary>By key, over http; not for a server with a certificate, which takes bearer tokens.</summary>
    public string ConnectionString => $"DefaultEndpointsProtocol={Tables.Scheme};AccountName={Account};AccountKey={AccountKey};TableEndpoint={Tables};QueueEndpoint={Queues};";

    /// <param name="folder">Where it keeps its files; made if need be.</param>
    /// <param name="certificate">Files with a certificate and its key, PEM: it then speaks https, and wants bearer tokens.</param>
    /// <exception cref="RehearsalException">It cannot be installed or started; says what to do.</exception>
    public static async Task<AzuriteServer> Start(string folder, (string Certificate, string Key)? certificate = null, CancellationToken cancellationToken = default)
    {
        var program = await AzuriteProgram.Installed(cancellationToken);
        Directory.CreateDirectory(folder);
        string[] secured = certificate is { } files ? ["--cert", files.Certificate, "--key", files.Key, "--oauth", "basic"] : [];
        var process = AzuriteProgram.Run(
            "node",
            folder,
            [
                program,
                "--blobHost", "127.0.0.1", "--blobPort", "0", "--queueHost", "127.0.0.1", "--queuePort", "0", "--tableHost", "127.0.0.1", "--tablePort", "0",
                "--location", folder, "--disableTelemetry", "--skipApiVersionCheck", "--silent", .. secured,
            ]);
        try
        {
            var found = await Addresses(process).WaitAsync(Answer, cancellationToken);
            return new(process, folder, found["Table"], found["Queue"]);
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            process.Dispose();
            throw;
        }
    }

    /// <summary>Stops it in the way in which it writes its files to the end. Once is enough.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref isStopped, true))
            return;
        if (!process.HasExited)
        {
            if (OperatingSystem.IsWindows() || Signal(process.Id, Interrupt) != 0)
                process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync().WaitAsync(Answer);
        }

        process.Dispose();
    }

    private static async Task<Dictionary<string, Uri>> Addresses(Process process)
    {
        var found = new Dictionary<string, Uri>(StringComparer.Ordinal);
        var said = new List<string>();
        while (found.Count < 3)
        {
            var line = await process.StandardOutput.ReadLineAsync()
                ?? throw new RehearsalException($"Azurite ended before it listened: {string.Join(' ', said)} {await process.StandardError.ReadToEndAsync()}".TrimEnd());
            said.Add(line);
            if (Listening().Match(line) is { Success: true } match)
                found[match.Groups[1].Value] = new(match.Groups[2].Value + '/');
        }

        // What it says from now on is of no interest, but a full pipe would stop it.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        return found;
    }

    [GeneratedRegex("^Azurite (Blob|Queue|Table) service is successfully listening at (.+)$")]
    private static partial Regex Listening();

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);
}
