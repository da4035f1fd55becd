using MentorBot.Commands;
using MentorBot.Settings;

if (args is ["--help" or "-h" or "help", ..])
    return Refusal.PrintUsage();

var callersFolder = CallersFolder.Find();
if (args is ["pack", .. var details])
    return PackCommand.Run(details, callersFolder);

IConfiguration configuration;
try
{
    configuration = SettingsLayers.Over(
        defaults: SettingsLayers.Defaults(),
        operators: new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(callersFolder, "mentorbot.json"), optional: true)
            .AddEnvironmentVariables()
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddCommandLine([.. args.SkipWhile(argument => !argument.StartsWith("--", StringComparison.Ordinal)).Where(argument => argument != RosterCommand.Apply)])
            .Build());
}
catch (Exception unreadable) when (unreadable is InvalidDataException or FormatException)
{
    return Refusal.Print($"{unreadable.Message} {unreadable.InnerException?.Message}");
}

return SettingsReader.Read(configuration, callersFolder) switch
{
    SettingsReading.Refused refused => Refusal.Print(refused),
    SettingsReading.Good good when args is ["rehearse", ..] => await RehearseCommand.Run(good.Settings, configuration["as"], configuration["storage"]),
    SettingsReading.Good good when args is ["doctor", ..] => await DoctorCommand.Run(good.Settings, Console.Out),
    SettingsReading.Good good when args is ["roster", ..] => await RosterCommand.Run(
        good.Settings,
        args is [_, var file, ..] && !file.StartsWith("--", StringComparison.Ordinal) ? Path.GetFullPath(file, callersFolder) : null,
        args.Contains(RosterCommand.Apply)),
    SettingsReading.Good good when args is ["keys", ..] => await KeysCommand.Run(
        good.Settings,
        [.. args.Skip(1).TakeWhile(argument => !argument.StartsWith("--", StringComparison.Ordinal))],
        callersFolder),
    SettingsReading.Good good when args is [] || args[0].StartsWith("--", StringComparison.Ordinal) => await RunCommand.Run(good.Settings, configuration),
    _ => Refusal.PrintUnknownCommand(args[0]),
};
