using System.Collections.Immutable;
using MentorBot.Domain.Relationships;
using NodaTime;

namespace MentorBot.Domain.Evaluations;

/// <summary>Where lies what people write to the questions at the end: waiting, under the key of whoever wrote it; shown, under that of all.</summary>
public interface IEvaluations
{
    /// <summary>What they sent about this relationship; null when nothing of it waits (any more).</summary>
    Task<Waiting?> Find(PersonId person, RelationshipId about, CancellationToken cancellationToken);

    /// <summary>All that waits of them.</summary>
    Task<ImmutableArray<Waiting>> Of(PersonId person, CancellationToken cancellationToken);

    /// <param name="decide">Pure; asked again when somebody was faster, such as whoever shows it. The zone is the programme's.</param>
    Task<LookBackOutcome> Decide(
        PersonId person, RelationshipId about, Func<Waiting?, DateTimeZone, Decision<Waiting, LookBackOutcome>> decide, CancellationToken cancellationToken);

    /// <summary>Whether what they wrote about this relationship was shown; false once the relationship is erased.</summary>
    Task<bool> IsShown(PersonId person, RelationshipId about, CancellationToken cancellationToken);

    /// <summary>Whether something that they wrote was ever shown: then they may read what everybody wrote.</summary>
    Task<bool> MayRead(PersonId person, CancellationToken cancellationToken);

    /// <summary>All that can be read now, the newest first.</summary>
    Task<ImmutableArray<Released>> Released(CancellationToken cancellationToken);
}
