using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace MentorBot.Rehearsal.Azurite;

/// <summary>
/// Azurite's program, which npm installs once from the pinned package list beside this file, for all processes of this user. What
/// lies in its folder is run, so nobody else may put anything there.
/// </summary>
public static class AzuriteProgram
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Where there is no home, everything is installed anew into a folder of this process, which goes with it.</summary>
    private static readonly Lazy<string> OfThisProcess = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("mentorbot-azurite-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    });

    /// <returns>The file that Node runs.</returns>
    /// <exception cref="RehearsalException">It cannot be installed, or its folder is not this user's alone; says what to do.</exception>
    internal static async Task<string> Installed(CancellationToken cancellationToken)
    {
        var list = Path.Combine(AppContext.BaseDirectory, "Azurite");
        var version = Convert.ToHexStringLower(SHA256.HashData(await File.ReadAllBytesAsync(Path.Combine(list, "package-lock.json"), cancellationToken)))[..12];
        var folder = await Folder(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), version, cancellationToken);
        var program = Path.Combine(folder, "node_modules", "azurite", "dist", "src", "azurite.js");
        await using var turn = await Turn(Path.Combine(folder, "installing"), cancellationToken);
        var done = Path.Combine(folder, "installed");
        if (File.Exists(done))
            return program;

        foreach (var file in new[] { "package.json", "package-lock.json", ".npmrc" })
            File.Copy(Path.Combine(list, file), Path.Combine(folder, file), overwrite: true);
        var (exitCode, complaints) = OperatingSystem.IsWindows()
            ? await RunToItsEnd("cmd", folder, ["/c", "npm", "ci", "--ignore-scripts", "--silent"], cancellationToken)
            : await RunToItsEnd("npm", folder, ["ci", "--ignore-scripts", "--silent"], cancellationToken);
        if (exitCode != 0)
            throw new RehearsalException($"Azurite could not be installed with npm: {complaints}");
        await File.WriteAllTextAsync(done, "", cancellationToken);
        return program;
    }

    /// <summary>A folder of this user alone, made unless it is there.</summary>
    /// <param name="userData">Where this user's programs keep their data; empty where there is no such place.</param>
    /// <exception cref="RehearsalException">Others may write there, or it is somebody else's.</exception>
    public static async Task<string> Folder(string userData, string version, CancellationToken cancellationToken = default)
    {
        if (userData.Length == 0)
            return OfThisProcess.Value;
        var folder = Path.Combine(userData, "mentorbot", $"azurite-{version}");
        try
        {
            if (OperatingSystem.IsWindows())
                return Directory.CreateDirectory(folder).FullName;
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        catch (Exception nowhere) when (nowhere is UnauthorizedAccessException or IOException)
        {
            return OfThisProcess.Value;
        }

        // Node, which is needed anyway, knows whose a folder is; the runtime does not.
        const string isOwn = "const it=fs.lstatSync(process.argv[1]);process.exit(it.isDirectory()&&it.uid===process.geteuid()&&(it.mode&0o77)===0?0:1)";
        return (await RunToItsEnd("node", folder, ["-e", isOwn, folder], cancellationToken)).ExitCode == 0
            ? folder
            : throw new RehearsalException($"The folder {folder}, from which Azurite would run, is not yours alone: others may have put something there. Delete it; it is then made anew.");
    }

    /// <exception cref="RehearsalException">There is no such program.</exception>
    internal static Process Run(string program, string folder, IEnumerable<string> arguments)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        }
        catch (Win32Exception missing)
        {
            throw new RehearsalException($"{program} cannot be started ({missing.Message}). Storage on this machine runs on Node 20 or later; install it, or rehearse without --storage.");
        }
    }

    private static async Task<(int ExitCode, string Complaints)> RunToItsEnd(string program, string folder, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        using var process = Run(program, folder, arguments);
        try
        {
            var complaints = process.StandardError.ReadToEndAsync(cancellationToken);
            await Task.WhenAll(process.StandardOutput.ReadToEndAsync(cancellationToken), complaints, process.WaitForExitAsync(cancellationToken)).WaitAsync(Longest, cancellationToken);
            return (process.ExitCode, await complaints);
        }
        catch
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Several who want it at once wait for the one that installs.</summary>
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
}
