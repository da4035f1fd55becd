using System.Collections.Immutable;

namespace MentorBot.Domain.Matching;

/// <summary>Everybody who mentors or is asked. It follows the offers within moments.</summary>
public interface IMentors
{
    Task<ImmutableArray<Mentor>> All(CancellationToken cancellationToken);

    /// <summary>Null for somebody who neither offers nor was asked.</summary>
    Task<Mentor?> Find(PersonId person, CancellationToken cancellationToken);
}
