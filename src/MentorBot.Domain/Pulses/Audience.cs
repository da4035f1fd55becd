using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using MentorBot.Domain.Relationships;
using NodaTime;

namespace MentorBot.Domain.Pulses;

/// <summary>Whom a check-in asks. As text it says nothing: who was asked is sealed, and is erased as soon as nothing has to be compared with it.</summary>
public sealed class Audience
{
    private const int MonthsUntilLonger = 6;
    private const char Between = ' ';

    private Audience(ImmutableArray<AskedPair> pairs) => Pairs = pairs;

    /// <summary>In the order of their ids.</summary>
    public ImmutableArray<AskedPair> Pairs { get; }

    public Invited Invited => Invited.Of([.. Pairs.Select(pair => pair.Invited)]);

    /// <summary>Stands for these relationships, and for no others.</summary>
    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(Between, Pairs.Select(pair => pair.About.Value)))))[..32];

    public static Audience Of(IEnumerable<AskedPair> pairs) => new([.. pairs.OrderBy(pair => pair.About.Value, StringComparer.Ordinal)]);

    public static Audience Of(IEnumerable<GoingPair> going, Instant now) => Of(going.Select(pair =>
        new AskedPair(pair.Id, pair.Mentee, pair.Mentor, pair.Begun.InUtc().Date.PlusMonths(MonthsUntilLonger) <= now.InUtc().Date)));

    public bool IsSameAs(Audience other) => Pairs.Select(pair => pair.About).SequenceEqual(other.Pairs.Select(pair => pair.About));

    /// <summary>Whether anybody is in both, about whomever.</summary>
    public bool Meets(Audience other) => People.Overlaps(other.People);

    public Audience Only(Func<AskedPair, bool> which) => new([.. Pairs.Where(which)]);

    /// <summary>For sealing, in pieces of at most so many; none for nobody.</summary>
    public ImmutableArray<Confidential> ToSeal(int most) =>
        [.. Pairs.Chunk(most).Select(chunk => Confidential.From(string.Join('\n', chunk.Select(Line)))!)];

#pragma warning disable RS0030 // Ids are compared, not words; the type hides them.
    /// <summary>What <see cref="ToSeal"/> gave.</summary>
    public static Audience FromSealed(IEnumerable<Confidential> pieces) => Of(pieces.SelectMany(piece => piece.Reveal().Split('\n')).Select(Pair));
#pragma warning restore RS0030

    public override string ToString() => "(audience)";

    private HashSet<PersonId> People => [.. Pairs.SelectMany(pair => new[] { pair.Mentee, pair.Mentor })];

    private static string Line(AskedPair pair) => string.Join(Between, pair.About.Value, pair.Mentee.Value, pair.Mentor.Value, pair.IsLonger ? "longer" : "");

    private static AskedPair Pair(string line)
    {
        var parts = line.Split(Between);
        return new(new(parts[0]), new(parts[1]), new(parts[2]), parts[3].Length > 0);
    }
}
