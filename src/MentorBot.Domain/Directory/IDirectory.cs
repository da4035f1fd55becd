using System.Collections.Immutable;

namespace MentorBot.Domain.Directory;

/// <summary>Who works here. Read only: the organisation keeps it, the bot asks.</summary>
public interface IDirectory
{
    /// <summary>The person, or null when the directory knows nobody by this id.</summary>
    Task<Person?> Find(PersonId id, CancellationToken cancellationToken);

    /// <summary>Their managers at any depth, nearest first; empty at the top and for somebody unknown. Ends at a cycle.</summary>
    Task<ImmutableArray<PersonId>> LineAbove(PersonId id, CancellationToken cancellationToken);
}
