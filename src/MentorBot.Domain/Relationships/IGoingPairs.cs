using System.Collections.Immutable;

namespace MentorBot.Domain.Relationships;

/// <summary>Who goes on now, read at once. It follows the relationships, and may be moments behind them.</summary>
public interface IGoingPairs
{
    /// <summary>In the order of their ids.</summary>
    Task<ImmutableArray<GoingPair>> All(CancellationToken cancellationToken);
}
