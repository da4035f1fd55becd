using MentorBot.Adapters.AzureStorage;
using MentorBot.Adapters.Identity;
using MentorBot.Adapters.Network;
using MentorBot.Hosting;
using MentorBot.Rehearsal;
using MentorBot.Rehearsal.Azurite;
using MentorBot.Rehearsal.Stories;
using MentorBot.Rehearsing;
using MentorBot.Storage.Due;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;
using MentorBot.Testing.Rows;
using MentorBot.Testing.Towns;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace MentorBot.EndToEnd.Replicas;

/// <summary>Two whole bots on the same rows, sharing what falls due by a queue in Azurite.</summary>
public sealed class ReplicasTests : IAsyncLifetime, IDisposable
{
    private const string InNoHurry = "A few things, in no hurry";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("replicas-");
    private readonly ServiceNetwork network = new();
    private AzuriteServer azurite = null!;

    public async Task InitializeAsync() => azurite = await AzuriteServer.Start(folder.FullName);

    public async Task DisposeAsync()
    {
        await azurite.DisposeAsync();
        folder.Delete(recursive: true);
    }

    public void Dispose() => network.Dispose();

    /// <summary>What is said in no hurry may come in one card or in two, as it happens to meet; so what is counted is what is said too often.</summary>
    [Fact]
    public async Task Two_bots_who_share_the_work_tell_the_whole_story_and_say_nothing_more_often_than_one_does()
    {
        const string title = "From asking for a mentor to a second conversation";
        await using var alone = await TestTown.Start();
        await AllStories.InOrder.Single(story => story.Title == title).In(alone).Happens(alone);

        var (rows, counts, queues) = (new MemoryRowStore(), new List<DeliveryCounts>(), new List<Counted>());
        await using var town = await Start(rows, counts, queues);
        await AllStories.InOrder.Single(story => story.Title == title).In(town).Happens(town);

        var usual = Posts(alone).CountBy(post => post).ToDictionary();
        Assert.DoesNotContain(
            Posts(town).CountBy(post => post), post => !post.Key.EndsWith(InNoHurry, StringComparison.Ordinal) && post.Value > usual.GetValueOrDefault(post.Key));
        Assert.All(counts, each => Assert.Equal(0, each.Doubts));
        Assert.All(queues, each => Assert.True(each.DoneByIt > 0));
    }

    /// <summary>Who was told what: each posting by its first words.</summary>
    private static IEnumerable<string> Posts(Town town) => town.Residents.SelectMany(person => person.Chat
        .Where(entry => entry.IsPosted)
        .Select(entry => $"{person.Name}: {entry.Text ?? (string?)entry.Card!.SelectTokens("$..text").FirstOrDefault()}"));

    private Task<Town> Start(MemoryRowStore rows, List<DeliveryCounts> counts, List<Counted> queues)
    {
        var settings = TestTown.Settings();
        return Town.Start(
            async (surroundings, cancellationToken) =>
            {
                var bots = new List<RehearsedBot>();
                for (var bot = 0; bot < 2; bot++)
                {
                    bots.Add((RehearsedBot)await RehearsedBot.Starting(settings, builder => Change(builder, rows, queues))(surroundings, cancellationToken));
                    counts.Add(bots[bot].Services.GetRequiredService<DeliveryCounts>());
                }

                return new TwoBots(bots[0], bots[1], rows, surroundings.Clock);
            },
            SampleTown.People(settings.Directory),
            TownOptions.Usual with { Tenant = settings.Programme.Tenant.Value });
    }

    private void Change(WebApplicationBuilder builder, MemoryRowStore rows, List<Counted> queues)
    {
        var queue = new Counted(new StorageWorkQueue(
            new StorageAccount.ByConnectionString(new Secret(azurite.ConnectionString)), network, NullLogger<StorageWorkQueue>.Instance));
        queues.Add(queue);
        builder.Services
            .AddSingleton<IRowStore>(rows)
            .AddSingleton<IWorkQueue>(queue)
            .AddSingleton<TimeProvider>(new HurriedTime())
            .AddHostedService<BackgroundWorker>();
    }

    /// <summary>What one bot has a part in.</summary>
    private sealed class Counted(IWorkQueue queue) : IWorkQueue
    {
        private int done;

        public int DoneByIt => done;

        public Task Put(IReadOnlyList<DuePointer> pointers, CancellationToken cancellationToken) => queue.Put(pointers, cancellationToken);

        public Task<IReadOnlyList<DueMessage>> Take(int most, NodaTime.Duration lease, CancellationToken cancellationToken) => queue.Take(most, lease, cancellationToken);

        public async Task Done(DueMessage message, CancellationToken cancellationToken)
        {
            await queue.Done(message, cancellationToken);
            Interlocked.Increment(ref done);
        }
    }
}
