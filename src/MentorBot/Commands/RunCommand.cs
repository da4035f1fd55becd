using MentorBot.Hosting;
using MentorBot.Settings;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Commands;

/// <summary>Runs the bot, and says where it listens, where its data is, who coordinates, and what to do next.</summary>
public static class RunCommand
{
    public static async Task<int> Run(BotSettings settings, IConfiguration configuration)
    {
        try
        {
            await using var app = BotHost.Build(settings, SystemClock.Instance, worksInBackground: true, builder =>
            {
                builder.Logging.AddConfiguration(configuration.GetSection("Logging")).AddSimpleConsole(console =>
                {
                    console.SingleLine = true;
                    console.TimestampFormat = "HH:mm:ss ";
                });
            });

            // Before the host starts, which would log a refusal with its stack.
            app.Services.GetRequiredService<IRowStore>();
            await app.StartAsync();
            Introduce(app, settings);
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (Exception cannot) when (cannot is CannotStartException or RowStoreUnavailableException or InvalidDataException)
        {
            return Refusal.Print(cannot.Message);
        }
        catch (IOException inUse)
        {
            return Refusal.Print($"{inUse.Message} Is another one running? Name another address with --Urls, or another folder with --Data:Folder.");
        }
    }

    private static void Introduce(WebApplication app, BotSettings settings)
    {
        var people = settings.Directory.People;
        string Names(IEnumerable<Domain.PersonId> ids) => string.Join(", ", ids.Select(id => people.First(person => person.Id == id).Name));

        Console.WriteLine($"MentorBot listens on {string.Join(' ', app.Urls.Select(url => url + BotEndpoints.Messages))} (no bot app id: this machine only)");
        Console.WriteLine($"Data:        {settings.DataFolder}");
        Console.WriteLine($"People:      {people.Length} of {settings.Programme.Organisation}");
        Console.WriteLine($"Coordinator: {Names(settings.Programme.Coordinators)}   Deputy: {Names(settings.Programme.Deputies)}");
        Console.WriteLine("Next:        dotnet run --project src/MentorBot -- rehearse   shows people finding someone to talk with; README.md tells the rest");
        Console.WriteLine("             Ctrl+C stops the bot");
    }
}
