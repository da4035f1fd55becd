using System.Collections.Concurrent;
using MentorBot.Rehearsal;
using MentorBot.Rehearsing;
using MentorBot.Settings;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>A story that was played, what the bots of its town did, and how things stood at its ends.</summary>
internal sealed record Played(Journal Journal, Ending[] Endings)
{
    /// <summary>Either side of every commit of the story itself; once, where the one side of it is the other side of another.</summary>
    public IReadOnlyList<CrashPoint> Points =>
    [
        .. from commit in Enumerable.Range(Journal.CommitsBefore + 1, Journal.Commits.Count - Journal.CommitsBefore)
           from moment in Enum.GetValues<CrashMoment>()
           where moment != CrashMoment.Before || commit == Journal.CommitsBefore + 1 || !Journal.Commits[commit - 1].FollowsAnother
           select new CrashPoint(commit, moment),
    ];

    /// <summary>Of the points at which the same is written for several people, one after the other, the first.</summary>
    public IReadOnlyList<CrashPoint> PointsThatDiffer =>
        [.. Points.DistinctBy(point => (Journal.Commits[point.Commit - 1].Table, string.Join(", ", Journal.Commits[point.Commit - 1].Kinds), point.Moment))];

    /// <summary>What was carried out in rows alone while the story was told.</summary>
    public IEnumerable<string> StepsDone => Journal.Commits.Skip(Journal.CommitsBefore).SelectMany(commit => commit.StepsDone);

    public static async Task<Played> In(BotSettings settings, Journal journal, Func<Town, Task<Ending[]>> story, Func<TownOptions, TownOptions>? options = null)
    {
        var usual = SampleTown.Options(settings);
        Ending[] endings;
        await using (var town = await Town.Start(MortalBot.Starting(settings, journal), SampleTown.People(settings.Directory), options?.Invoke(usual) ?? usual))
            endings = await story(town);
        return new(journal, endings);
    }

    /// <summary>Plays it once for each point, with a bot that dies there, and compares the ends.</summary>
    public async Task AssertAllEndAlike(IReadOnlyCollection<CrashPoint> points, Func<Journal, Task<Played>> play)
    {
        Assert.NotEmpty(Journal.Sends);
        Assert.Equal(0, Journal.Doubts);
        var differences = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(points, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(2, Environment.ProcessorCount) }, async (point, _) =>
        {
            try
            {
                Compare(await play(new Journal(point)), point);
            }
            catch (Exception difference)
            {
                var dying = Journal.Commits[point.Commit - 1];
                differences.Add($"{point.Commit:D3} {point.Moment} {dying.Table}: {string.Join(", ", dying.Kinds)}\n{difference.Message}");
            }
        });
        Assert.True(differences.IsEmpty, $"{differences.Count} of {points.Count}:\n{string.Join("\n\n", differences.Order(StringComparer.Ordinal))}");
    }

    public static void AssertSame(string[] expected, string[] actual)
    {
        var differences = MoreIn(expected, actual).Select(one => $"missing: {one}").Concat(MoreIn(actual, expected).Select(one => $"new: {one}")).ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private void Compare(Played played, CrashPoint point)
    {
        Assert.Equal(2, played.Journal.Lives);
        foreach (var (expected, actual) in Endings.Zip(played.Endings))
        {
            AssertSame(expected.Rows, actual.Rows);
            AssertSame(expected.Words, actual.Words);
            Assert.Empty(expected.MoreThan(actual));
        }

        // In doubt is what somebody had claimed and nobody recorded. What was claimed at the very last was not sent yet.
        var (inDoubt, wasJustClaimed) = (played.Journal.ClaimedAt(point), point.Moment == CrashMoment.After && played.Journal.Commits[point.Commit - 1].ClaimsSend);
        Assert.Equal(inDoubt, played.Journal.Doubts);
        var doubles = played.Endings[^1].MoreThan(Endings[^1]);
        Assert.True(doubles.Length <= inDoubt - (wasJustClaimed ? 1 : 0), $"Came twice: {string.Join('\n', doubles)}");
    }

    /// <summary>Those that are in the one more often than in the other.</summary>
    private static IEnumerable<string> MoreIn(string[] one, string[] other)
    {
        var left = other.ToList();
        return [.. one.Where(each => !left.Remove(each))];
    }
}
