using MentorBot.Domain;
using MentorBot.Domain.Bundles;
using MentorBot.Storage.Bundles;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Due;
using MentorBot.Storage.Outbox;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using static MentorBot.Storage.Tests.StorageRoom;

namespace MentorBot.Storage.Tests.Bundles;

/// <summary>Bundles with their steps and a worker. What is moot is for a test to say.</summary>
internal sealed class BundleRoom : IDisposable, IMentions
{
    private readonly Worker worker;

    public BundleRoom()
    {
        Rows = new(new RecordRows(Room.Rounds, Room.Decisions, Room.Clock), Programme);
        IStep[] steps = [
            new MentionInBundle(Rows, Room.Profiles, Room.Directory, Room.Clock),
            new TickBundle(Rows, this, Room.Profiles, Room.Directory, Room.Clock)];
        var postman = new Postman(Room.Rounds, Room.Decisions, Room.Notices, steps, Room.Counts, Room.Clock, NullLogger<Postman>.Instance);
        worker = new Worker(Room.Rounds, Room.Decisions, postman, [], Room.Nudges, Room.Queue, Room.Clock, Room.Timers, NullLogger<Worker>.Instance);
    }

    public StorageRoom Room { get; } = new();

    public BundleRows Rows { get; }

    public HashSet<string> Moot { get; } = [];

    public Task<bool> Holds(PersonId whom, Thing thing, CancellationToken cancellationToken) => Task.FromResult(!Moot.Contains(thing.About));

    /// <summary>Something that Ana decides is to be mentioned to Ben.</summary>
    public async Task Mentions(string about, string occasion = "1")
    {
        await Room.Follows(Ana, BundleNotices.To(Ben, "questions.waiting", about, occasion));
        await Settles();
    }

    public async Task Until(Instant then)
    {
        Room.Clock.Advance(then - Room.Clock.Now);
        await Settles();
    }

    public Task Settles() => worker.RunUntilIdle(default);

    public void Dispose() => Room.Dispose();
}
