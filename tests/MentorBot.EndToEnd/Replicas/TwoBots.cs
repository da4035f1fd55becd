using MentorBot.Rehearsal;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;
using MentorBot.Testing.Rows;
using NodaTime;

namespace MentorBot.EndToEnd.Replicas;

/// <summary>Two bots as one: presses go to either in turn, and both work in the background besides.</summary>
internal sealed class TwoBots(IRehearsedBot one, IRehearsedBot other, MemoryRowStore rows, IClock clock) : IRehearsedBot
{
    private readonly Lock gate = new();
    private readonly List<string> lines = [];
    private (int One, int Other) read;
    private int asked;

    public Uri Messages => Interlocked.Increment(ref asked) % 2 == 0 ? one.Messages : other.Messages;

    public IEnumerable<string> LogLines
    {
        get
        {
            lock (gate)
            {
                var (ofOne, ofOther) = (one.LogLines.ToList(), other.LogLines.ToList());
                lines.AddRange(ofOne.Skip(read.One));
                lines.AddRange(ofOther.Skip(read.Other));
                read = (ofOne.Count, ofOther.Count);
                return [.. lines];
            }
        }
    }

    /// <summary>What one leaves because the other is at it, the other finishes.</summary>
    public async Task RunUntilIdle(CancellationToken cancellationToken)
    {
        do
            await Task.WhenAll(one.RunUntilIdle(cancellationToken), other.RunUntilIdle(cancellationToken));
        while (rows.All.Any(each => IsWaiting(each.Row)));
    }

    public async ValueTask DisposeAsync()
    {
        await one.DisposeAsync();
        await other.DisposeAsync();
    }

    private bool IsWaiting(Row row) => row.Key.StartsWith(OutboxRows.Prefix, StringComparison.Ordinal) && !row.Is("parked") && !(row.MomentIfAny("notBefore") > clock.GetCurrentInstant());
}
