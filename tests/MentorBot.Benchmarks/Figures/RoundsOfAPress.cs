using System.Runtime.CompilerServices;
using MentorBot.Benchmarks.Children;
using MentorBot.Benchmarks.Load;
using MentorBot.Hosting;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace MentorBot.Benchmarks.Figures;

/// <summary>How often a press waits for the store: what is asked at the same time is one round.</summary>
public static class RoundsOfAPress
{
    private const int Presses = 3;

    /// <returns>How many, and what is asked in each.</returns>
    public static async Task<string> Count(string folder, Uri serviceUrl)
    {
        Directory.CreateDirectory(folder);
        var people = Path.Combine(folder, "people.csv");
        Organisation.Write(people, Presses);
        var settings = BotServer.Settings(folder, people);
        InRounds rows = null!;
        await using var app = BotHost.Build(settings, SystemClock.Instance, worksInBackground: false, builder => builder.Services.AddSingleton<IRowStore>(
            _ => rows = new InRounds(Adapters.Embedded.SqliteRowStore.Open(Path.Combine(settings.DataFolder, AdapterServices.Rows)))));
        app.Services.GetRequiredService<IKeyWrapper>();
        await app.StartAsync();
        await new WaitingOffers(app.Services).Prepare(Presses, serviceUrl);

        using var callers = new SixtyFour(new Uri(app.Urls.First()));
        for (var press = 0; press < Presses; press++)
        {
            rows.Rounds.Clear();
            await callers.Send(press, 1, number => Activities.Confirms(number, serviceUrl));
        }

        return $"{rows.Rounds.Count} ({string.Join("; ", rows.Rounds.Select(round => string.Join(" + ", round)))})";
    }

    /// <summary>Answers nobody until nobody else has asked for a little while; that is a round.</summary>
    private sealed class InRounds(IRowStore store) : IRowStore
    {
        private static readonly TimeSpan LittleWhile = TimeSpan.FromMilliseconds(20);

        private readonly Lock gate = new();
        private Task? round;

        public List<List<string>> Rounds { get; } = [];

        public async Task<Row?> Get(Partition partition, string key, CancellationToken cancellationToken)
        {
            await Join($"get {partition.Table} {key}");
            return await store.Get(partition, key, cancellationToken);
        }

        public async IAsyncEnumerable<Row> Range(Partition partition, string from, string to, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await Join($"range {partition.Table} {from}");
            await foreach (var row in store.Range(partition, from, to, cancellationToken))
                yield return row;
        }

        public async Task<Commit> Transact(Partition partition, IReadOnlyList<Write> writes, CancellationToken cancellationToken)
        {
            await Join($"transact {partition.Table} {writes.Count}");
#pragma warning disable RS0030 // Counts what goes through the door.
            return await store.Transact(partition, writes, cancellationToken);
#pragma warning restore RS0030
        }

        private Task Join(string call)
        {
            lock (gate)
            {
                if (round is null)
                {
                    Rounds.Add([]);
                    round = End();
                }

                Rounds[^1].Add(call);
                return round;
            }
        }

        private async Task End()
        {
            await Task.Delay(LittleWhile);
            lock (gate)
                round = null;
        }
    }
}
