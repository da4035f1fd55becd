using System.Runtime.InteropServices;
using MentorBot.Packing;

namespace MentorBot.Commands;

/// <summary>Makes the package that is uploaded to Teams. It needs no settings: it may be made where the bot does not run.</summary>
public static class PackCommand
{
    private const string AppId = "--app-id";
    private const string Domain = "--domain";
    private const string Version = "--version";
    private const string Out = "--out";
    private const string FirstVersion = "1.0.0";
    private const string Usage = "Type it like: pack --app-id 11111111-2222-3333-4444-555555555555 --domain mentoring.example.org --out app.zip, and --version 1.0.1 for an update.";

    /// <param name="arguments">What follows the command.</param>
    /// <param name="callersFolder">Where a relative path begins.</param>
    /// <returns>0 when the package is written.</returns>
    public static int Run(string[] arguments, string callersFolder)
    {
        var said = new Dictionary<string, string> { [Version] = FirstVersion };
        foreach (var pair in arguments.SelectMany(argument => argument.StartsWith("--", StringComparison.Ordinal) ? argument.Split('=', 2) : [argument]).Chunk(2))
        {
            if (pair is not [AppId or Domain or Version or Out, { Length: > 0 } value])
                return Refusal.Say($"pack does not understand \"{string.Join(' ', pair)}\". {Usage}");
            said[pair[0]] = value;
        }

        if (new[] { AppId, Domain, Out }.FirstOrDefault(option => !said.ContainsKey(option)) is { } missing)
            return Refusal.Say($"pack needs {missing}. {Usage}");
        if (!said[Out].EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
            return Refusal.Say($"{Out}: Teams takes a file whose name ends in .zip, and this is \"{said[Out]}\".");

        var details = new PackageDetails(said[AppId], said[Domain], said[Version]);
        return TeamsPackage.Pack(TeamsPackage.OwnFolder, details) switch
        {
            PackingOutcome.Packed packed => Write(packed, Path.GetFullPath(said[Out], callersFolder), details),
            PackingOutcome.Refused refused => Refuse(refused),
            _ => Refusal.ExitCode,
        };
    }

    private static int Write(PackingOutcome.Packed packed, string path, PackageDetails details)
    {
        try
        {
            File.WriteAllBytes(path, ImmutableCollectionsMarshal.AsArray(packed.Zip)!);
        }
        catch (Exception cannot) when (cannot is IOException or UnauthorizedAccessException)
        {
            return Refusal.Say($"{path} cannot be written: {cannot.Message}");
        }

        Console.WriteLine($"{path} is ready: MentorBot {details.Version} for https://{details.Domain}, bot {details.AppId}.");
        Console.WriteLine("Next: in the Teams admin center, Teams apps, Manage apps, Upload new app. To try it alone first: in Teams, Apps, Manage your apps, Upload an app.");
        return 0;
    }

    private static int Refuse(PackingOutcome.Refused refused)
    {
        Console.Error.WriteLine("Teams would not take this package, so none was written:");
        foreach (var problem in refused.Problems)
            Console.Error.WriteLine($"  {problem}");
        return Refusal.ExitCode;
    }
}
