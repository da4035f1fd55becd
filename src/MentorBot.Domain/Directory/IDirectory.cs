using System.Collections.Immutable;

namespace MentorBot.Domain.Directory;

/// <summary>
/// Who works here. Read only: the organisation keeps it, the bot asks. An outage throws <see cref="DirectoryUnavailableException"/>.
/// </summary>
public interface IDirectory
{
    /// <summary>The person, or null when the directory knows nobody by this id.</summary>
    Task<Person?> Find(PersonId id, CancellationToken cancellationToken);

    /// <summary>The person with this mail address, in any case; null when nobody has it, or several do.</summary>
    Task<Person?> FindByMail(string mail, CancellationToken cancellationToken);

    /// <summary>
    /// People by what somebody types of their name: each word typed begins a word of the name, in any order; case, accents and
    /// apostrophes do not matter ("obi ch" finds Chidi Obi, "ase" finds Åse). Nothing else about them is searched.
    /// </summary>
    /// <param name="text">As typed. Without a letter or digit, or longer than any name, it finds nobody.</param>
    /// <param name="most">How many are wanted; those who come first by name.</param>
    /// <returns>In the order of their names.</returns>
    Task<ImmutableArray<Person>> Search(string text, int most, CancellationToken cancellationToken);

    /// <summary>Their managers at any depth, nearest first; empty at the top and for somebody unknown. Ends at a cycle.</summary>
    Task<ImmutableArray<PersonId>> LineAbove(PersonId id, CancellationToken cancellationToken);
}
