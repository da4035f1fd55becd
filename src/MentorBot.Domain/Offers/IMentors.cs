using System.Collections.Immutable;

namespace MentorBot.Domain.Offers;

/// <summary>The list of mentors, which follows the offers within moments.</summary>
public interface IMentors
{
    Task<ImmutableArray<Mentor>> All(CancellationToken cancellationToken);
}
