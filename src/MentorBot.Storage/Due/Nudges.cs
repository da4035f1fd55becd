using System.Threading.Channels;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Due;

/// <summary>
/// Tells this process's worker that a partition has something to deliver now, so that nobody waits for the next sweep.
/// Only a hint: what is lost here, the sweep finds by its pointer.
/// </summary>
public sealed class Nudges
{
    private readonly Channel<Partition> partitions = Channel.CreateBounded<Partition>(
        new BoundedChannelOptions(10_000) { FullMode = BoundedChannelFullMode.DropWrite });

    public ChannelReader<Partition> Reader => partitions.Reader;

    public void Nudge(Partition partition) => partitions.Writer.TryWrite(partition);
}
