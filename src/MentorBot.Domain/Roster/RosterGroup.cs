using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using MentorBot.Domain.Programme;

namespace MentorBot.Domain.Roster;

/// <summary>A standing group that the roster made, by what stands in its lines.</summary>
public static class RosterGroup
{
    /// <summary>In characters.</summary>
    public const int Longest = 40;

    /// <summary>No group of the settings has such an id.</summary>
    private const string Prefix = "roster~";

    private const string SignsWithin = " -_&/.,()'’";

    /// <summary>Whether a group can be called so: letters, digits and a few signs, with a letter or digit first, so that no spreadsheet takes it for a formula.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= Longest && char.IsLetterOrDigit(name[0]) && name.All(character => char.IsLetterOrDigit(character) || SignsWithin.Contains(character));

    /// <summary>The same for the same name, with whatever capitals.</summary>
    public static string IdOf(string name) => Prefix + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name.ToLowerInvariant())))[..24];

    public static bool IsId(string group) => group.StartsWith(Prefix, StringComparison.Ordinal);

    public static ImmutableArray<StandingGroup> Standing(IEnumerable<string> names) => [.. names.Select(name => new StandingGroup(IdOf(name), name, []))];
}
