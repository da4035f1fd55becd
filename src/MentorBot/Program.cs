using MentorBot.Commands;
using MentorBot.Settings;

if (CommandLine.AsksForHelp(args))
    return Refusal.PrintUsage();
if (CommandLine.AsksForVersion(args))
    return Refusal.PrintVersion();

var callersFolder = CallersFolder.Find();
if (args is ["pack", .. var details])
    return PackCommand.Run(details, callersFolder);

if (CommandLine.Complaint(args) is { } complaint)
    return Refusal.PrintTyped(complaint);

IConfiguration configuration, file;
try
{
    file = SettingsLayers.FromFile(Path.Combine(callersFolder, "mentorbot.json"));
    configuration = SettingsLayers.Over(
        defaults: SettingsLayers.Defaults(),
        operators: new ConfigurationBuilder()
            .AddConfiguration(file)
            .AddEnvironmentVariables()
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddCommandLine([.. args.SkipWhile(argument => !argument.StartsWith("--", StringComparison.Ordinal)).Where(argument => argument != RosterCommand.Apply)])
            .Build());
}
catch (InvalidDataException unreadable)
{
    return Refusal.Print(unreadable.Message);
}

return SettingsReader.Read(configuration, callersFolder, file) switch
{
    SettingsReading.Refused refused => Refusal.Print(refused),
    SettingsReading.Good good when args is ["rehearse", ..] => await RehearseCommand.Run(good.Settings, configuration["as"], configuration["storage"]),
    SettingsReading.Good good when args is ["doctor", ..] => await DoctorCommand.Run(good.Settings, Console.Out),
    SettingsReading.Good good when args is ["roster", ..] => await RosterCommand.Run(
        good.Settings,
        args is [_, var people, ..] && !people.StartsWith("--", StringComparison.Ordinal) ? Path.GetFullPath(people, callersFolder) : null,
        args.Contains(RosterCommand.Apply)),
    SettingsReading.Good good when args is ["keys", ..] => await KeysCommand.Run(
        good.Settings,
        [.. args.Skip(1).TakeWhile(argument => !argument.StartsWith("--", StringComparison.Ordinal))],
        callersFolder),
    SettingsReading.Good good => await RunCommand.Run(good.Settings, configuration),
    _ => Refusal.ExitCode,
};
