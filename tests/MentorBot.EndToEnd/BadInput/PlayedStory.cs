using MentorBot.Flows.Turns;
using MentorBot.Rehearsal;
using MentorBot.Rehearsal.Stories;
using Newtonsoft.Json;

namespace MentorBot.EndToEnd.BadInput;

[CollectionDefinition(Name)]
public sealed class AfterTheStory : ICollectionFixture<PlayedStory>
{
    public const string Name = "After the story";
}

/// <summary>
/// The stories, played once for all tests of bad input: every button that anybody saw, and how everything stood then. Bad input is
/// tried on forks of those moments, so that nothing has to be undone.
/// </summary>
public sealed class PlayedStory : IAsyncLifetime
{
    /// <summary>Two people see what one does not, where a matter has two sides; more would only take longer.</summary>
    private const int MostPeople = 2;

    /// <summary>Each is a bot of its own; more at a time would only take memory.</summary>
    private const int MostForks = 150;

    private readonly Dictionary<Moment, (Fork Fork, RowDump Before)> forks = [];
    private readonly List<PlayedTown> towns = [];
    private Sink sink = null!;

    public IReadOnlyList<Sighting> Sightings { get; private set; } = [];

    /// <summary>Of each button one sighting a person, for a few people.</summary>
    public IEnumerable<Sighting> PeopleAndActions => Sightings
        .GroupBy(sighting => (sighting.Kind, sighting.Action))
        .SelectMany(action => action.DistinctBy(sighting => sighting.Who.Name).Take(MostPeople));

    /// <summary>The end of the story of offering, when nobody offers any more.</summary>
    public Moment End => towns[0].End;

    public Routes Routes => towns[0].Routes;

    public async Task InitializeAsync()
    {
        sink = await Sink.Start();
        var sightings = new Sightings();

        // Offering first: what is seen first is what is bent in many ways at its end, when nothing of it holds any more.
        foreach (var (title, tell) in AllStories.InOrder.OrderBy(story => story.Title != OfferingStory.Title))
            towns.Add(await PlayedTown.Play(title, town => Play(town, title, tell), sightings));
        Sightings = sightings.All;
    }

    public async Task DisposeAsync()
    {
        foreach (var (fork, _) in forks.Values)
            await fork.DisposeAsync();
        await sink.DisposeAsync();
        foreach (var town in towns)
            await town.DisposeAsync();
    }

    public Resident Person(string name) => towns[0].Town.Person(name);

    internal Task<Fork> Fork(Moment moment) => BadInput.Fork.At(moment, sink);

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

    private static async Task Play(Town town, string title, Func<Town, Story> tell)
    {
        await tell(town).Happens(town);
        if (title == OfferingStory.Title)
            await new SecondThoughts(town).Play();
    }

    private static string? Complaint(Trial trial, Reply reply, IReadOnlyList<string> changed, IReadOnlyList<string> errors)
    {
        var town = trial.Sighting.In.Town;
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
            if (forks.Count >= MostForks)
                await Drop(forks.First().Key);
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
