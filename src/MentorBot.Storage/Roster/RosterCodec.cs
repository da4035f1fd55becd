using MentorBot.Domain;
using MentorBot.Domain.Roster;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Roster;

/// <summary>Between the roster and its rows.</summary>
internal static class RosterCodec
{
    /// <summary>In the tenant's partition: which version stands.</summary>
    public const string Standing = "roster";

    /// <summary>Beside it, for as long as a version is being written: without it that version can never stand.</summary>
    private const string Draft = "draft-";

    /// <summary>Beside it: who was asked, ever.</summary>
    public const string Asked = "asked-";

    /// <summary>In the partition of a version.</summary>
    public const string Line = "line-";

    private const char Between = '\n';

    public static string DraftOf(string version) => Draft + KeyText.Of(version);

    public static string AskedOf(PersonId person) => Asked + KeyText.Of(person.Value);

    public static string LineOf(PersonId person) => Line + KeyText.Of(person.Value);

    public static PersonId PersonOf(Row row) => new(KeyText.Back(row.Key[(row.Key.IndexOf('-', StringComparison.Ordinal) + 1)..]));

    public static StandingRoster? Roster(Row? row) => row is null
        ? null
        : new(row.Text("version"), row.Text("mark"), row.Number("people"), row.TextIfAny("groups") is { Length: > 0 } groups ? [.. groups.Split(Between)] : []);

    public static IReadOnlyDictionary<string, object> Properties(StandingRoster roster) => new PropertyBag
    {
        { "version", roster.Version },
        { "mark", roster.Mark },
        { "people", roster.People },
        { "groups", string.Join(Between, roster.Groups) },
    }.Properties;

    public static RosterEntry Entry(Row row) => new(PersonOf(row), row.TextIfAny("group"), row.Is("mentor"));

    /// <summary>Of somebody who was forgotten: it counts as listed until the next roster, so that nobody sees who it was by pasting the same list again, and says nothing else.</summary>
    public static bool IsGone(Row row) => row.Is("gone");

    public static IReadOnlyDictionary<string, object> Gone(Row row) => new PropertyBag { { "group", row.TextIfAny("group") }, { "mentor", row.Is("mentor") }, { "gone", true } }.Properties;

    public static IReadOnlyDictionary<string, object> Properties(RosterEntry entry) => new PropertyBag { { "group", entry.Group }, { "mentor", entry.MayMentor } }.Properties;

    public static AskStage Stage(Row row) => row.One<AskStage>("stage");

    public static IReadOnlyDictionary<string, object> Properties(AskStage stage) => new PropertyBag { { "stage", stage } }.Properties;
}
