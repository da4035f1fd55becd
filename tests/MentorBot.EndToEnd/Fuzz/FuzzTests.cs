using MentorBot.EndToEnd.BadInput;
using Newtonsoft.Json.Linq;

namespace MentorBot.EndToEnd.Fuzz;

/// <summary>
/// Everything that anybody did in the stories, bent by chance and sent once more to the bot as it was at the end: each is answered,
/// none with an error of ours, and nothing changes.
/// </summary>
[Collection(AfterTheStory.Name)]
public sealed class FuzzTests(PlayedStory story)
{
    private const int AtOnce = 8;

    /// <summary>A tenth on one's own machine; another start bends others.</summary>
    private static readonly int Bodies = Environment.GetEnvironmentVariable("CI") is { Length: > 0 } ? 50_000 : 5_000;

    [Fact]
    public async Task Bent_activities_are_answered_and_change_nothing()
    {
        var complaints = new List<string>();
        var towns = story.Sightings.GroupBy(sighting => sighting.In).ToList();
        foreach (var (at, town) in towns.Index())
        {
            var activities = Past(town.Key, [.. town]).ToList();
            await using var fork = await story.Fork(town.Key.End);
            foreach (var activity in activities)
                activity["serviceUrl"] = fork.ServiceUrl;
            var before = fork.Dump;
            var seeds = Enumerable.Range(at * Bodies, Bodies / towns.Count + 1);

            await Parallel.ForEachAsync(seeds, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (seed, _) =>
            {
                var body = new Mutator(seed).Bend(activities[seed % activities.Count], activities[(seed / activities.Count) % activities.Count]);
                var status = await fork.Post(body);
                if (status is not (200 or 400 or 401 or 413))
                    Complain($"{town.Key.Title}, seed {seed}: HTTP {status}");
            });

            complaints.AddRange(fork.NewErrors().Select(error => $"{town.Key.Title}: {error}"));
            complaints.AddRange(before.ChangedIn(fork.Dump).Select(row => $"{town.Key.Title}: changed {row}"));
        }

        Complaints.None(complaints);

        void Complain(string what)
        {
            lock (complaints)
                complaints.Add(what);
        }
    }

    /// <summary>What was done and is over, as every client would send it, and what may be typed and changes nothing.</summary>
    private static IEnumerable<JObject> Past(PlayedTown town, IReadOnlyCollection<Sighting> sightings)
    {
        foreach (var sighting in sightings.Where(sighting => !town.MayStillAct(sighting)))
            foreach (var activity in sighting.Activities(sighting.Valid))
                yield return activity;
        foreach (var person in sightings.Select(sighting => sighting.Who).Distinct().Take(3))
        {
            var typed = person.Blank("message");
            typed["text"] = "status";
            yield return typed;
            var search = person.Blank("invoke");
            search["name"] = "application/search";
            search["value"] = new JObject { ["kind"] = "search", ["queryText"] = "an", ["queryOptions"] = new JObject { ["skip"] = 0, ["top"] = 15 }, ["dataset"] = "graph.microsoft.com/users" };
            yield return search;
        }
    }
}
