namespace MentorBot.Domain.Roster;

/// <summary>
/// Reads a roster: UTF-8, a header, one person a line, separated by commas, semicolons or tabs. The columns are person, and if one
/// likes group and mentor, in any order; others are left alone.
/// </summary>
public interface IRosterReader
{
    /// <param name="csv">Can be read from the beginning more than once.</param>
    /// <exception cref="IOException">It cannot be read.</exception>
    RosterTable Read(Stream csv);
}
