using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Due;

/// <summary>Something that happens by itself when its time has come.</summary>
public interface IFallsDue
{
    Table Table { get; }

    /// <summary>Does what is due in this partition by now.</summary>
    /// <returns>Whether anything was.</returns>
    Task<bool> Tick(Partition partition, CancellationToken cancellationToken);
}
