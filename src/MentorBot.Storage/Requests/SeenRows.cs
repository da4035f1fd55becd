using MentorBot.Domain;
using MentorBot.Domain.Requests;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Storage.Requests;

/// <summary>Matching: the rows "seen-{person}|{request}" of requests that went within the last day.</summary>
internal static class SeenRows
{
    private const string Prefix = "seen-";

    public static string PrefixOf(PersonId person) => $"{Prefix}{KeyText.Of(person.Value)}|";

    public static string KeyOf(PersonId person, RequestId id) => PrefixOf(person) + KeyText.Of(id.Value);

    public static RequestId IdOf(Row row) => new(KeyText.Back(row.Key[(row.Key.LastIndexOf('|') + 1)..]));

    public static Write Remember(PersonId person, RequestId id, Instant until) => new Write.Upsert(KeyOf(person, id), new PropertyBag { { "until", until } }.Properties);

    public static Instant UntilOf(Row row) => row.Moment("until");
}
