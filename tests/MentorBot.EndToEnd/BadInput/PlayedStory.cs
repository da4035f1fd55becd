using MentorBot.Flows.Turns;
using MentorBot.Rehearsal;
using MentorBot.Rehearsal.Stories;
using MentorBot.Rehearsing;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using MentorBot.Testing.Rows;
using MentorBot.Testing.Towns;
using Microsoft.Extensions.DependencyInjection;
using Newtonsoft.Json;

namespace MentorBot.EndToEnd.BadInput;

[CollectionDefinition(Name)]
public sealed class AfterTheStory : ICollectionFixture<PlayedStory>
{
    public const string Name = "After the story";
}

/// <summary>
/// The story, played once for all tests of bad input: every button that anybody saw, and how everything stood then. Bad input is
/// tried on forks of those moments, so that nothing has to be undone.
/// </summary>
public sealed class PlayedStory : IAsyncLifetime
{
    private readonly Dictionary<Moment, (Fork Fork, RowDump Before)> forks = [];
    private Town town = null!;
    private Sink sink = null!;
    private IServiceProvider services = null!;

    public IReadOnlyList<Sighting> Sightings { get; private set; } = [];

    /// <summary>One sighting for each person and button.</summary>
    public IEnumerable<Sighting> PeopleAndActions => Sightings.DistinctBy(sighting => (sighting.Who.Name, sighting.Action));

    /// <summary>When nobody offers any more, so that nothing that was ever shown is current.</summary>
    public Moment End { get; private set; } = null!;

    public Routes Routes => services.GetRequiredService<Routes>();

    public async Task InitializeAsync()
    {
        var rows = new MemoryRowStore();
        town = await TestTown.Start(change: builder => builder.Services.AddSingleton<IRowStore>(rows));
        services = ((RehearsedBot)town.Bot).Services;
        sink = await Sink.Start();
        var sightings = new Sightings(town, rows);
        town.Shown += sightings.Note;
        await new OfferingStory(town).Play();
        await new SecondThoughts(town).Play();
        town.Shown -= sightings.Note;
        Sightings = sightings.All;
        End = new(town.Clock.GetCurrentInstant(), rows.All);
    }

    public async Task DisposeAsync()
    {
        foreach (var (fork, _) in forks.Values)
            await fork.DisposeAsync();
        await sink.DisposeAsync();
        await town.DisposeAsync();
    }

    public Resident Person(string name) => town.Person(name);

    internal Task<Fork> Fork(Moment moment) => BadInput.Fork.At(moment, services.GetRequiredService<IKeyWrapper>(), sink);

    /// <summary>Sends each to the bot as it was then, and tells what was not as it should be.</summary>
    public async Task<IReadOnlyList<string>> Try(IEnumerable<Trial> trials)
    {
        var complaints = new List<string>();
        foreach (var trial in trials)
        {
            var (fork, before) = await ForkAt(trial.At);
            var reply = await fork.Post(trial.Activity);
            var changed = before.ChangedIn(fork.Dump);
            if (changed.Count > 0)
                await Drop(trial.At);
            if (Complaint(trial, reply, changed, fork.NewErrors()) is { } complaint)
                complaints.Add($"{trial.Sighting}: {complaint}. It was sent as {trial.Activity["type"]} {trial.Activity["value"]?.ToString(Formatting.None) ?? "without a value"}");
        }

        return complaints;
    }

    private string? Complaint(Trial trial, Reply reply, IReadOnlyList<string> changed, IReadOnlyList<string> errors)
    {
        var sender = town.Residents.Single(each => each.Person.Id == (string?)trial.Activity.SelectToken("from.aadObjectId"));
        var isTheirForm = trial.Sighting.Kind != Kind.Press && sender == trial.Sighting.Who;
        return reply.Unclear is { } unclear ? unclear
            : errors.Count > 0 ? $"logged an error: {errors[0]}"
            : !isTheirForm && town.Canaries.FindIn(reply.Text).FirstOrDefault(leak => leak.Canary.Author != sender.Name && !trial.Activity.ToString().Contains(leak.Canary.Text, StringComparison.Ordinal)) is { } leak ? $"answered with words that {leak.Canary.Author} typed"
            : trial.May == May.ActAsUsual ? null
            : changed.Count > 0 ? $"changed {string.Join(", ", changed)}"
            : reply.IsClosed && trial.Sighting.Action != ActionIds.CloseForm ? "closed the form as if it had been taken"
            : null;
    }

    private async Task<(Fork Fork, RowDump Before)> ForkAt(Moment moment)
    {
        if (!forks.TryGetValue(moment, out var there))
        {
            var fork = await Fork(moment);
            forks.Add(moment, there = (fork, fork.Dump));
        }

        return there;
    }

    private async Task Drop(Moment moment)
    {
        forks.Remove(moment, out var there);
        await there.Fork.DisposeAsync();
    }
}
