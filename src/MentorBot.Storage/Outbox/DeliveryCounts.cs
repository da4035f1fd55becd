using System.Diagnostics.Metrics;

namespace MentorBot.Storage.Outbox;

/// <summary>What the operator watches: sends that may have happened twice, and what was given up. By kind, never by person.</summary>
public sealed class DeliveryCounts : IDisposable
{
    private readonly Meter meter = new("MentorBot.Delivery");
    private readonly Counter<long> inDoubt;
    private readonly Counter<long> parked;
    private readonly Counter<long> unreachable;
    private long doubts;

    public DeliveryCounts()
    {
        inDoubt = meter.CreateCounter<long>("mentorbot.deliveries.in_doubt", description: "Sends whose end is unknown, and that may have happened twice.");
        unreachable = meter.CreateCounter<long>("mentorbot.deliveries.unreachable", description: "Notices to people who do not have the bot.");
        parked = meter.CreateCounter<long>("mentorbot.deliveries.parked", description: "Deliveries that were given up after many attempts.");
    }

    /// <summary>How many sends may have happened twice since the start.</summary>
    public long Doubts => Interlocked.Read(ref doubts);

    public void InDoubt(string kind)
    {
        Interlocked.Increment(ref doubts);
        inDoubt.Add(1, new KeyValuePair<string, object?>("kind", kind));
    }

    public void Unreachable(string kind) => unreachable.Add(1, new KeyValuePair<string, object?>("kind", kind));

    public void Parked(string kind) => parked.Add(1, new KeyValuePair<string, object?>("kind", kind));

    public void Dispose() => meter.Dispose();
}
