using System.Globalization;
using MentorBot.Adapters.Embedded;
using MentorBot.Benchmarks.Load;
using MentorBot.Hosting;
using MentorBot.Settings;
using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace MentorBot.Benchmarks.Children;

/// <summary>The whole bot on the embedded store, as the product puts it together.</summary>
public sealed class BotServer : Served
{
    private readonly CommitCount commits;
    private readonly WaitingOffers offers;
    private readonly OpenTalks talks;

    private BotServer(Microsoft.AspNetCore.Builder.WebApplication app, CommitCount commits)
        : base(app)
    {
        this.commits = commits;
        offers = new WaitingOffers(app.Services);
        talks = new OpenTalks(app.Services);
    }

    /// <param name="more">Settings, each as "name=value".</param>
    public static BotServer Build(string folder, string people, bool worksInBackground, params ReadOnlySpan<string> more)
    {
        var settings = Settings(folder, people, more);
        var commits = new CommitCount();
        var app = BotHost.Build(settings, SystemClock.Instance, worksInBackground, builder => builder.Services.AddSingleton<IRowStore>(
            _ => commits.Around(SqliteRowStore.Open(Path.Combine(settings.DataFolder, AdapterServices.Rows), commits.Watch))));
        app.Services.GetRequiredService<IKeyWrapper>();
        return new BotServer(app, commits);
    }

    public static BotSettings Settings(string folder, string people, params ReadOnlySpan<string> more) => SettingsReader.Read(
        new ConfigurationBuilder()
            .AddConfiguration(SettingsLayers.Defaults)
            .AddInMemoryCollection([new("Urls", "http://127.0.0.1:0"), new("Tenant", Activities.Tenant), new("Data:Folder", folder), new("Directory:People", people)])
            .AddInMemoryCollection(more.ToArray().Select(setting => setting.Split('=', 2)).Select(parts => KeyValuePair.Create(parts[0], (string?)parts[1])))
            .Build(),
        folder) switch
    {
        SettingsReading.Good good => good.Settings,
        SettingsReading.Refused refused => throw new InvalidOperationException(string.Join('\n', refused.Errors)),
        _ => throw new InvalidOperationException(),
    };

    public override async Task<string> Answer(string[] words)
    {
        switch (words)
        {
            case ["prepare", var count, var serviceUrl]:
                await offers.Prepare(int.Parse(count, CultureInfo.InvariantCulture), new Uri(serviceUrl));
                return "prepared";
            case ["deliver"]:
                await App.Services.GetRequiredService<Worker>().RunUntilIdle(CancellationToken.None);
                return "delivered";
            case ["prepare-talks", var count, var serviceUrl]:
                await talks.Prepare(int.Parse(count, CultureInfo.InvariantCulture), new Uri(serviceUrl));
                return "prepared";
            case ["open", var count]:
                return (await offers.CountOpen(int.Parse(count, CultureInfo.InvariantCulture))).ToString(CultureInfo.InvariantCulture);
            case ["turned", var count]:
                return (await talks.CountTurned(int.Parse(count, CultureInfo.InvariantCulture))).ToString(CultureInfo.InvariantCulture);
            case ["commits"]:
                return commits.ToString();
            default:
                return await base.Answer(words);
        }
    }
}
