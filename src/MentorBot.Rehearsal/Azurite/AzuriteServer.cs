using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text.RegularExpressions;

namespace MentorBot.Rehearsal.Azurite;

/// <summary>
/// Table and queue storage on this machine: Azurite, by Node, on free ports of the loopback address. It is installed once, from
/// the pinned package list beside this file, into a folder that all who use it share.
/// </summary>
public sealed partial class AzuriteServer : IAsyncDisposable
{
    /// <summary>The account that every Azurite has, and its key, which everybody knows.</summary>
    public const string Account = "devstoreaccount1";

    /// <inheritdoc cref="Account"/>
    public const string AccountKey = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private const int Interrupt = 2;
    private static readonly TimeSpan Install = TimeSpan.FromMinutes(5);
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
        var installed = await Installed(cancellationToken);
        Directory.CreateDirectory(folder);
        string[] secured = certificate is { } files ? ["--cert", files.Certificate, "--key", files.Key, "--oauth", "basic"] : [];
        var process = Run(
            "node",
            folder,
            [
                Path.Combine(installed, "node_modules", "azurite", "dist", "src", "azurite.js"),
                "--blobHost", "127.0.0.1", "--blobPort", "0", "--queueHost", "127.0.0.1", "--queuePort", "0", "--tableHost", "127.0.0.1", "--tablePort", "0",
                "--location", folder, "--disableTelemetry", "--skipApiVersionCheck", .. secured,
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

    /// <summary>One folder for each package list; several who want it at once wait for the one that installs.</summary>
    private static async Task<string> Installed(CancellationToken cancellationToken)
    {
        var list = Path.Combine(AppContext.BaseDirectory, "Azurite");
        var version = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(list, "package-lock.json"), cancellationToken)))[..12];
        var folder = Path.Combine(Path.GetTempPath(), $"mentorbot-azurite-{Environment.UserName}-{version}");
        Directory.CreateDirectory(folder);
        await using var turn = await Turn(Path.Combine(folder, "installing"), cancellationToken);
        var done = Path.Combine(folder, "installed");
        if (File.Exists(done))
            return folder;

        foreach (var file in new[] { "package.json", "package-lock.json", ".npmrc" })
            File.Copy(Path.Combine(list, file), Path.Combine(folder, file), overwrite: true);
        using var npm = OperatingSystem.IsWindows()
            ? Run("cmd", folder, ["/c", "npm", "ci", "--ignore-scripts", "--silent"])
            : Run("npm", folder, ["ci", "--ignore-scripts", "--silent"]);
        var complaints = npm.StandardError.ReadToEndAsync(cancellationToken);
        _ = npm.StandardOutput.ReadToEndAsync(cancellationToken);
        await npm.WaitForExitAsync(cancellationToken).WaitAsync(Install, cancellationToken);
        if (npm.ExitCode != 0)
            throw new RehearsalException($"Azurite could not be installed with npm: {await complaints}");
        await File.WriteAllTextAsync(done, "", cancellationToken);
        return folder;
    }

    private static async Task<FileStream> Turn(string file, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(200, cancellationToken);
            }
        }
    }

    private static Process Run(string program, string folder, IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            throw new RehearsalException($"{program} cannot be started ({missing.Message}). Storage on this machine runs on Node 20 or later; install it, or rehearse without --storage.");
        }
    }

    [GeneratedRegex("^Azurite (Blob|Queue|Table) service is successfully listening at (.+)$")]
    private static partial Regex Listening();

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Signal(int process, int signal);
}
