using MentorBot.Domain;
using MentorBot.Domain.Pulses;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Pulses;

/// <summary>
/// Who is asked about whom while a check-in is open: the rows "invite-{person}|{relationship}", deleted as they are folded. Who is to
/// hear of the result and is not asked any more: the rows "hears-{person}", until it is closed.
/// </summary>
internal static class InviteRows
{
    public const string Prefix = "invite-";
    public const string Hears = "hears-";

    /// <summary>How far the invitations are, or that there are no more.</summary>
    public const string Walk = "walk";

    public const string Asked = "asked";
    public const string AskedAgain = "askedAgain";

    public static string PrefixOf(PersonId person) => $"{Prefix}{KeyText.Of(person.Value)}|";

    public static string KeyOf(PersonId person, RelationshipId about) => PrefixOf(person) + KeyText.Of(about.Value);

    public static string HearsKey(PersonId person) => Hears + KeyText.Of(person.Value);

    public static Write ToHear(PersonId person) => new Write.Upsert(HearsKey(person), new PropertyBag { { "person", person.Value } }.Properties);

    public static IEnumerable<Write> Of(AskedPair pair) => [One(pair, PulseRole.Mentee), One(pair, PulseRole.Mentor)];

    public static PersonId Person(Row row) => new(row.Text("person"));

    public static RelationshipId About(Row row) => new(row.Text("about"));

    public static PersonId Other(Row row) => new(row.Text("other"));

    public static PulseRole Role(Row row) => row.One<PulseRole>("role");

    public static bool IsLonger(Row row) => row.Is("longer");

    /// <summary>The same, and it is noted that they heard of it.</summary>
    public static Write Marked(Row row, string mark) => new Write.Replace(row.Key, row.ETag, new Dictionary<string, object>(row.Properties) { [mark] = true });

    private static Write.Upsert One(AskedPair pair, PulseRole role)
    {
        var person = pair.Invited.In(role);
        return new(KeyOf(person, pair.About), new PropertyBag
        {
            { "person", person.Value },
            { "about", pair.About.Value },
            { "other", pair.OtherThan(person).Value },
            { "role", role },
            { "longer", pair.IsLonger },
        }.Properties);
    }
}
