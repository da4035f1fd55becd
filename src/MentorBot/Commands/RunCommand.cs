using System.Net.Sockets;
using MentorBot.Domain;
using MentorBot.Hosting;
using MentorBot.Settings;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using Microsoft.AspNetCore.Connections;
using NodaTime;

namespace MentorBot.Commands;

/// <summary>Runs the bot, and says where it listens, where its data is, who coordinates, and what to do next.</summary>
public static partial class RunCommand
{
    public static async Task<int> Run(BotSettings settings, IConfiguration configuration)
    {
        var isStarted = false;
        try
        {
            await using var app = BotHost.Build(settings, SystemClock.Instance, worksInBackground: true, builder =>
            {
                builder.Logging.AddConfiguration(configuration.GetSection("Logging")).AddSimpleConsole(console =>
                {
                    console.SingleLine = true;
                    console.TimestampFormat = "HH:mm:ss ";
                });

                // The host would tell with its stack why it cannot start, which is said below in a line.
                builder.Logging.AddFilter("Microsoft.Extensions.Hosting", level => isStarted && level >= LogLevel.Warning);
            });
            if (!settings.Samples.IsEmpty)
                LogSamples(app.Logger, string.Join(", ", settings.Samples));
            app.Services.GetRequiredService<IRowStore>();
            app.Services.GetRequiredService<IKeyWrapper>();
            await app.StartAsync();
            isStarted = true;
            Introduce(app, settings);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception cannot) when (cannot is CannotStartException or RowStoreUnavailableException or InvalidDataException)
        {
            return Refusal.Print(cannot.Message);
        }
        catch (IOException inUse) when (inUse.InnerException is AddressInUseException)
        {
            return Refusal.Print($"something on this machine listens on {Addresses(settings)} already. Stop it, if it is another MentorBot; or name another address with --urls or ASPNETCORE_URLS.");
        }
        catch (SocketException notHere)
        {
            return Refusal.Print($"it may not listen on {Addresses(settings)} ({notHere.Message}). Name an address of this machine, and a port from 1024 up, with --urls or ASPNETCORE_URLS.");
        }
        catch (IOException cannot)
        {
            return Refusal.Print($"{cannot.Message} Name another folder with --Data:Folder.");
        }
    }

    private static string Addresses(BotSettings settings) => string.Join(" or ", settings.Urls);

    private static void Introduce(WebApplication app, BotSettings settings)
    {
        var (programme, services) = (settings.Programme, settings.Services);
        var people = settings.Directory.People.ToDictionary(person => person.Id, person => person.Name);
        string Names(IEnumerable<PersonId> ids) => string.Join(", ", ids.Select(id => services.DirectoryInGraph ? id.Value : people[id]));

        Console.WriteLine($"MentorBot listens on {string.Join(' ', app.Urls.Select(url => url + BotEndpoints.Messages))} ({(services.App is { } identity ? $"bot app id {identity.ClientId}" : "no bot app id: this machine only")})");
        Console.WriteLine($"Data:        {(services.Storage is null ? settings.DataFolder : services.MasterKey is null ? $"a storage account; the master key is in {settings.DataFolder}" : "a storage account")}");
        Console.WriteLine($"People:      {(services.DirectoryInGraph ? "Microsoft Graph" : $"{people.Count} of {programme.Organisation}")}");
        Console.WriteLine($"Coordinator: {Names(programme.Coordinators)}   Deputy: {Names(programme.Deputies)}");
        if (services.App is null)
            Console.WriteLine("Next:        dotnet run --project src/MentorBot -- rehearse   shows people finding someone to talk with; README.md tells the rest");
        Console.WriteLine("             Ctrl+C stops the bot");
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Still those of the sample organisation, though there is a bot app id: {Settings}. Set them to your own before people come.")]
    private static partial void LogSamples(ILogger logger, string settings);
}
