using System.Collections.Immutable;
using NodaTime;

namespace MentorBot.Domain.MyData;

/// <summary>Puts together the one file that somebody takes with them.</summary>
public interface ITakeAlong
{
    Task<ReadOnlyMemory<byte>> Write(PersonId person, ImmutableArray<OwnSection> sections, Instant now, CancellationToken cancellationToken);
}
