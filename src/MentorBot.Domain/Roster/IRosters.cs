using System.Collections.Immutable;

namespace MentorBot.Domain.Roster;

/// <summary>
/// The coordinator's list of whom the programme has in view. It is taken over as a whole or not at all: whatever breaks in between,
/// the old one stands or the new one.
/// </summary>
public interface IRosters
{
    /// <summary>Null before the first.</summary>
    Task<StandingRoster?> Find(CancellationToken cancellationToken);

    /// <summary>What would change. Changes nothing.</summary>
    Task<RosterChange> Compare(NewRoster next, CancellationToken cancellationToken);

    /// <param name="basis">The version that it was compared with.</param>
    Task<RosterOutcome> TakeOver(NewRoster next, string basis, CancellationToken cancellationToken);

    /// <summary>Null for who is not listed.</summary>
    Task<RosterEntry?> Entry(PersonId person, CancellationToken cancellationToken);

    /// <summary>Which of these people are in that group.</summary>
    Task<ImmutableHashSet<PersonId>> Among(IEnumerable<PersonId> people, string group, CancellationToken cancellationToken);

    /// <summary>Whether they were asked to mentor; null where they never were.</summary>
    Task<AskStage?> Asked(PersonId person, CancellationToken cancellationToken);

    /// <summary>They are not asked (again).</summary>
    Task Settle(PersonId person, CancellationToken cancellationToken);
}
