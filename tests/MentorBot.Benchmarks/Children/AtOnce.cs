namespace MentorBot.Benchmarks.Children;

/// <summary>Prepares many things side by side, so that they share the store's commits.</summary>
public static class AtOnce
{
    private const int Most = 256;

    public static Task ForEach(int count, Func<int, CancellationToken, Task> what) => Parallel.ForEachAsync(
        Enumerable.Range(0, count),
        new ParallelOptions { MaxDegreeOfParallelism = Most },
        (number, token) => new ValueTask(what(number, token)));
}
