using System.Collections.Concurrent;
using MentorBot.Rehearsal;
using MentorBot.Rehearsal.Stories;
using MentorBot.Rehearsing;
using MentorBot.Settings;
using MentorBot.Storage.Rows;
using MentorBot.Testing.Towns;
using NodaTime;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>The bot dies at every commit, on either side of it; another one goes on in its folder, and the end is the same.</summary>
public sealed class CrashTests
{
    private static readonly BotSettings Settings = TestTown.Settings();

    /// <summary>Every kind of commit that the product knows, but those of drafts, reminders and second rounds, which the long story has.</summary>
    private static readonly string[] KindsOfCommits =
    [
        "BotState: Delete state",
        "BotState: Upsert state",
        "Due: Delete pointer",
        "Due: Upsert pointer",
        "Keys: Insert key",
        "Matching: Delete mentor",
        "Matching: Insert mentor",
        "Matching: Replace mentor",
        "People: Delete card-offers.enrolling, Delete outbox-offers.enrolling, Delete sending-offers.enrolling",
        "People: Delete card-offers.mentor, Delete outbox-offers.mentor, Delete sending-offers.mentor",
        "People: Delete card-offers.partner, Delete outbox-offers.partner, Delete sending-offers.partner",
        "People: Delete card-offers.review, Delete outbox-offers.review, Delete sending-offers.review",
        "People: Delete offer, Insert seen, Upsert outbox-offers.list, Upsert outbox-offers.mentor",
        "People: Delete outbox-offers.back, Delete sending-offers.back",
        "People: Delete outbox-offers.enrolling, Delete sending-offers.enrolling, Upsert card-offers.enrolling",
        "People: Delete outbox-offers.list, Delete sending-offers.list",
        "People: Delete outbox-offers.mentor, Delete sending-offers.mentor, Upsert card-offers.mentor",
        "People: Delete outbox-offers.partner, Delete sending-offers.partner, Upsert card-offers.partner",
        "People: Delete outbox-offers.review, Delete sending-offers.review, Upsert card-offers.review",
        "People: Delete outbox-welcome.hello, Delete sending-welcome.hello",
        "People: Delete seen",
        "People: Insert offer, Upsert outbox-offers.enrolling, Upsert outbox-offers.list, Upsert outbox-offers.partner",
        "People: Insert profile",
        "People: Insert sending-offers.back",
        "People: Insert sending-offers.enrolling",
        "People: Insert sending-offers.list",
        "People: Insert sending-offers.mentor",
        "People: Insert sending-offers.partner",
        "People: Insert sending-offers.review",
        "People: Insert sending-welcome.hello",
        "People: Replace offer, Upsert outbox-offers.back, Upsert outbox-offers.list, Upsert outbox-offers.mentor",
        "People: Replace offer, Upsert outbox-offers.enrolling, Upsert outbox-offers.list, Upsert outbox-offers.mentor, Upsert outbox-offers.review",
        "People: Replace offer, Upsert outbox-offers.enrolling, Upsert outbox-offers.list, Upsert outbox-offers.partner, Upsert outbox-offers.review",
        "People: Replace offer, Upsert outbox-offers.list, Upsert outbox-offers.mentor",
        "People: Replace profile",
        "People: Replace profile, Upsert outbox-welcome.hello",
    ];

    [Fact]
    public async Task Short_story_ends_the_same_whichever_commit_the_bot_dies_at()
    {
        var undisturbed = await PlayShort(new Journal());
        AssertSame(KindsOfCommits, KindsIn(undisturbed.Journal));
        Assert.True(undisturbed.Journal.Commits.Count >= 79, $"The short story came down to {undisturbed.Journal.Commits.Count} commits: what does it no longer cover?");

        var points = Points(undisturbed.Journal.Commits.Count).ToList();
        await AllEndAs(undisturbed, points, PlayShort);
    }

    [Fact]
    public async Task Acceptance_ends_the_same_whichever_commit_the_bot_dies_at()
    {
        var undisturbed = await PlayAcceptance(new Journal());
        var points = Points(undisturbed.Journal.Commits.Count).Where(point => point.Commit > undisturbed.Journal.CommitsBefore).ToList();
        Assert.True(points.Count >= 60, $"The shortest path came down to {points.Count} points to die at: what does it no longer cover?");

        await AllEndAs(undisturbed, points, PlayAcceptance);
    }

    [Fact]
    public async Task Whole_story_ends_the_same_at_a_sample_of_its_commits()
    {
        var undisturbed = await PlayLong(new Journal());
        var points = Points(undisturbed.Journal.Commits.Count).ToArray();
        new Random(11).Shuffle(points);
        await AllEndAs(undisturbed, points[..12], PlayLong);
    }

    private static IEnumerable<CrashPoint> Points(int commits) =>
        from commit in Enumerable.Range(1, commits) from moment in Enum.GetValues<CrashMoment>() select new CrashPoint(commit, moment);

    private static string[] KindsIn(Journal journal) =>
        [.. journal.Commits.Select(commit => $"{commit.Table}: {string.Join(", ", commit.Kinds)}").Distinct().Order(StringComparer.Ordinal)];

    private static async Task AllEndAs(Played undisturbed, IReadOnlyCollection<CrashPoint> points, Func<Journal, Task<Played>> play)
    {
        Assert.NotEmpty(undisturbed.Journal.Sends);
        Assert.Equal(0, undisturbed.Journal.Doubts);
        var differences = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(points, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(2, Environment.ProcessorCount) }, async (point, _) =>
        {
            try
            {
                Compare(undisturbed, await play(new Journal(point)), point);
            }
            catch (Exception difference)
            {
                var dying = undisturbed.Journal.Commits[point.Commit - 1];
                differences.Add($"{point.Commit:D3} {point.Moment} {dying.Table}: {string.Join(", ", dying.Kinds)}\n{difference.Message}");
            }
        });
        Assert.True(differences.IsEmpty, $"{differences.Count} of {points.Count}:\n{string.Join("\n\n", differences.Order(StringComparer.Ordinal))}");
    }

    private static void AssertSame(string[] expected, string[] actual)
    {
        var differences = MoreIn(expected, actual).Select(one => $"missing: {one}").Concat(MoreIn(actual, expected).Select(one => $"new: {one}")).ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    /// <summary>Those that are in the one more often than in the other.</summary>
    private static IEnumerable<string> MoreIn(string[] one, string[] other)
    {
        var left = other.ToList();
        return [.. one.Where(each => !left.Remove(each))];
    }

    private static void Compare(Played undisturbed, Played played, CrashPoint point)
    {
        Assert.Equal(2, played.Journal.Lives);
        foreach (var (expected, actual) in undisturbed.Endings.Zip(played.Endings))
        {
            AssertSame(expected.Rows, actual.Rows);
            AssertSame(expected.Words, actual.Words);
            Assert.Empty(expected.MoreThan(actual));
        }

        // In doubt is what somebody had claimed and nobody recorded. It was sent if the bot died on its way to record it.
        var dying = undisturbed.Journal.Commits[point.Commit - 1];
        var isInDoubt = (dying.ClaimsSend && point.Moment == CrashMoment.After) || (dying.RecordsSend && point.Moment == CrashMoment.Before);
        Assert.Equal(isInDoubt ? 1 : 0, played.Journal.Doubts);
        var doubles = played.Endings[^1].MoreThan(undisturbed.Endings[^1]);
        Assert.True(doubles.Length <= (isInDoubt && dying.RecordsSend ? 1 : 0), $"Came twice: {string.Join('\n', doubles)}");
    }

    private static Task<Played> PlayShort(Journal journal) => Play(journal, async town =>
    {
        var story = new ShortStory(town);
        await story.PlayFirstPart();
        await story.Rests();
        var open = await Ending.Of(town, journal);
        Assert.Equal([$"ana.lima offers: {ShortStory.AboutAna}"], open.Words);
        await story.PlayLastPart();
        var gone = await Ending.Of(town, journal);
        Assert.DoesNotContain(gone.Rows, row => row.StartsWith(nameof(Table.Due), StringComparison.Ordinal) || row.Contains("outbox-", StringComparison.Ordinal));
        return [open, gone];
    });

    private static Task<Played> PlayAcceptance(Journal journal) => Play(journal, async town =>
    {
        var story = new AcceptanceStory(town);
        await story.AnaMentors();
        journal.CommitsBefore = journal.Commits.Count;
        await story.Play();
        await story.Rests();

        // What came due while they rested has young pointers.
        await story.Rests();
        var ending = await Ending.Of(town, journal);
        Assert.Equal([$"ana.lima with ben.carter: {AcceptanceStory.WordsOfBen}", $"ben.carter with ana.lima: {AcceptanceStory.WordsOfBen}"], ending.Words);
        return [ending];
    });

    private static Task<Played> PlayLong(Journal journal) => Play(journal, async town =>
    {
        await new OfferingStory(town).Told.Happens(town);
        await town.Later(Duration.FromDays(90));
        return [await Ending.Of(town, journal)];
    });

    private static async Task<Played> Play(Journal journal, Func<Town, Task<Ending[]>> story)
    {
        Ending[] endings;
        await using (var town = await Town.Start(MortalBot.Starting(Settings, journal), SampleTown.People(Settings.Directory), SampleTown.Options(Settings)))
            endings = await story(town);
        return new(journal, endings);
    }

    private sealed record Played(Journal Journal, Ending[] Endings);
}
