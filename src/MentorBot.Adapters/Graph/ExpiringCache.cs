using System.Collections.Concurrent;
using NodaTime;

namespace MentorBot.Adapters.Graph;

/// <summary>
/// What was asked a while ago, for as long as it is good. Who asks for the same at the same time waits for one answer; what failed is not
/// kept. Of a bounded size: who was asked for first goes first.
/// </summary>
/// <param name="goodFor">How long an answer is good.</param>
internal sealed class ExpiringCache<TKey, TValue>(IClock clock, int most, Func<TValue, Duration> goodFor)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, Entry> entries = [];
    private readonly ConcurrentQueue<(TKey Key, Entry Entry)> order = [];

    /// <param name="ask">Goes on for others when the one who asked first no longer waits, so it takes no token of theirs.</param>
    public Task<TValue> Get(TKey key, Func<Task<TValue>> ask, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        while (true)
        {
            if (entries.TryGetValue(key, out var found))
            {
                if (now.ToUnixTimeTicks() < Interlocked.Read(ref found.Until))
                    return found.Answer.Value.WaitAsync(cancellationToken);
                entries.TryRemove(new(key, found));
            }

            Entry? entry = null;
            entry = new(new(() => Fill(key, entry!, ask)));
            if (!entries.TryAdd(key, entry))
                continue;
            order.Enqueue((key, entry));
            while (order.Count > most && order.TryDequeue(out var oldest))
                entries.TryRemove(new(oldest.Key, oldest.Entry));
            return entry.Answer.Value.WaitAsync(cancellationToken);
        }
    }

    private async Task<TValue> Fill(TKey key, Entry entry, Func<Task<TValue>> ask)
    {
        try
        {
            var answer = await ask();
            Interlocked.Exchange(ref entry.Until, (clock.GetCurrentInstant() + goodFor(answer)).ToUnixTimeTicks());
            return answer;
        }
        catch
        {
            entries.TryRemove(new(key, entry));
            throw;
        }
    }

    private sealed class Entry(Lazy<Task<TValue>> answer)
    {
        /// <summary>In ticks since 1970. While it is on its way it is waited for.</summary>
        public long Until = long.MaxValue;

        public Lazy<Task<TValue>> Answer => answer;
    }
}
