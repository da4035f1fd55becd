using MentorBot.Commands;
using MentorBot.Settings;

if (CommandLine.AsksForHelp(args))
    return CommandLine.PrintUsage();
if (CommandLine.AsksForVersion(args))
    return CommandLine.PrintVersion();

var callersFolder = CallersFolder.Find();
if (args is ["pack", .. var details])
    return PackCommand.Run(details, callersFolder);

if (CommandLine.Complaint(args) is { } complaint)
    return Refusal.Say(complaint);

var words = CommandLine.WordsOf(args);
IConfiguration configuration, file;
try
{
    file = SettingsLayers.FromFile(Path.Combine(callersFolder, "mentorbot.json"));
    configuration = SettingsLayers.Over(
        defaults: SettingsLayers.Defaults,
        operators: new ConfigurationBuilder()
            .AddConfiguration(file)
            .AddEnvironmentVariables()
            .AddEnvironmentVariables("ASPNETCORE_")
            .AddCommandLine([.. args[words.Length..].Where(argument => !CommandLine.IsApply(argument))])
            .Build());
}
catch (InvalidDataException unreadable)
{
    return Refusal.Print(unreadable.Message);
}

return SettingsReader.Read(configuration, callersFolder, file) switch
{
    SettingsReading.Refused refused => Refusal.Print(refused),
    SettingsReading.Good good when words is ["rehearse"] => await RehearseCommand.Run(good.Settings, configuration["as"], configuration["storage"]),
    SettingsReading.Good good when words is ["doctor"] => await DoctorCommand.Run(good.Settings, Console.Out),
    SettingsReading.Good good when words is ["roster", .. var files] => await RosterCommand.Run(good.Settings, files is [var people] ? Path.GetFullPath(people, callersFolder) : null, args.Any(CommandLine.IsApply)),
    SettingsReading.Good good when words is ["keys", .. var what] => await KeysCommand.Run(good.Settings, what, callersFolder),
    SettingsReading.Good good when words is ["rows", .. var what] => await RowsCommand.Run(good.Settings, what, callersFolder),
    SettingsReading.Good good => await RunCommand.Run(good.Settings, configuration),
    _ => Refusal.ExitCode,
};
