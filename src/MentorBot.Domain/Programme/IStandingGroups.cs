using System.Collections.Immutable;

namespace MentorBot.Domain.Programme;

/// <summary>Who may be asked apart from everyone: the groups of the settings, and those of the roster.</summary>
public interface IStandingGroups
{
    /// <summary>Those of the settings first.</summary>
    Task<ImmutableArray<StandingGroup>> All(CancellationToken cancellationToken);

    /// <summary>Which of these people are in it; nobody where there is no such group (any more).</summary>
    Task<IReadOnlySet<PersonId>> Among(IEnumerable<PersonId> people, string group, CancellationToken cancellationToken);
}
