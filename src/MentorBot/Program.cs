using MentorBot.Commands;
using MentorBot.Settings;

var callersFolder = CallersFolder.Find();
var configuration = new ConfigurationBuilder()
    .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"))
    .AddJsonFile(Path.Combine(callersFolder, "mentorbot.json"), optional: true)
    .AddEnvironmentVariables()
    .AddEnvironmentVariables("ASPNETCORE_")
    .AddCommandLine([.. args.SkipWhile(argument => !argument.StartsWith("--", StringComparison.Ordinal))])
    .Build();

return SettingsReader.Read(configuration, callersFolder) switch
{
    SettingsReading.Refused refused => Refusal.Print(refused),
    SettingsReading.Good good when args is ["rehearse", ..] => await RehearseCommand.Run(good.Settings, configuration["as"]),
    SettingsReading.Good good when args is [] || args[0].StartsWith("--", StringComparison.Ordinal) => await RunCommand.Run(good.Settings, configuration),
    _ => Refusal.PrintUnknownCommand(args[0]),
};
