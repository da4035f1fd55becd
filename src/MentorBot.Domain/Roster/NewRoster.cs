using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace MentorBot.Domain.Roster;

/// <summary>A roster of which every line is right, to be taken over or not.</summary>
public sealed class NewRoster
{
    public const int MostPeople = 50_000;

    /// <summary>As many as one can choose from.</summary>
    public const int MostGroups = 50;

    private const char Between = '\n';

    private NewRoster(ImmutableArray<RosterEntry> entries)
    {
        Entries = entries;
        Groups = GroupsOf(entries);
        Mark = MarkOf(entries);
    }

    /// <summary>In the order of their ids; each person once.</summary>
    public ImmutableArray<RosterEntry> Entries { get; }

    /// <summary>By name.</summary>
    public ImmutableArray<string> Groups { get; }

    /// <summary>Stands for exactly this roster.</summary>
    public string Mark { get; }

    public static NewRoster Of(IEnumerable<RosterEntry> entries) => new([.. entries.OrderBy(entry => entry.Person.Value, StringComparer.Ordinal)]);

    /// <summary>The groups there are. Written with other capitals it is the same group.</summary>
    public static ImmutableArray<string> GroupsOf(IEnumerable<RosterEntry> entries) =>
        [.. entries.Select(entry => entry.Group).OfType<string>().DistinctBy(RosterGroup.IdOf, StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public override string ToString() => "(roster)";

    private static string MarkOf(IEnumerable<RosterEntry> entries)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var entry in entries)
            hash.AppendData(Encoding.UTF8.GetBytes($"{entry.Person.Value}{Between}{entry.Group}{Between}{(entry.MayMentor ? "yes" : "")}{Between}"));
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }
}
