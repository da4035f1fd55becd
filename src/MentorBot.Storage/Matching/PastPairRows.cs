using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Programme;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Matching;

/// <summary>
/// Matching: the rows "ended-{person}|{other}", both ways, of pairs that ended. Whoever asks for the other again is noted on their own
/// side; when both have, both rows go. So a pair has ended exactly when its row is there.
/// </summary>
public sealed class PastPairRows(IRowStore store, Decisions decisions, MentoringProgramme programme) : IPastPairs
{
    internal const string Prefix = "ended-";

    private readonly Partition partition = PartitionOf.Matching(programme.Tenant);

    public async Task<ImmutableHashSet<PersonId>> Of(PersonId person, CancellationToken cancellationToken) =>
        [.. (await store.Prefix(partition, $"{Prefix}{KeyText.Of(person.Value)}|", cancellationToken)).Select(row => Pair(row).Other)];

    public async Task<ImmutableDictionary<PersonId, ImmutableHashSet<PersonId>>> All(CancellationToken cancellationToken) =>
        (await store.Prefix(partition, Prefix, cancellationToken))
            .Select(Pair)
            .GroupBy(pair => pair.Person)
            .ToImmutableDictionary(pairs => pairs.Key, pairs => pairs.Select(pair => pair.Other).ToImmutableHashSet());

    public Task AskAgain(PersonId person, PersonId other, CancellationToken cancellationToken) => decisions.Run(
        partition,
        async token =>
        {
            var mine = store.Get(partition, KeyOf(person, other), token);
            var theirs = store.Get(partition, KeyOf(other, person), token);
            return (Mine: await mine, Theirs: await theirs);
        },
        (rows, _) => ValueTask.FromResult(rows switch
        {
            ({ } mine, { } theirs) when theirs.Is("again") => Plan.Of(true, new Write.Delete(mine.Key, mine.ETag), new Write.Delete(theirs.Key, theirs.ETag)),
            // Theirs is written as it is, so that two who ask at the same moment do not miss one another.
            ({ } mine, { } theirs) when !mine.Is("again") =>
                Plan.Of(true, new Write.Replace(mine.Key, mine.ETag, Properties(again: true)), new Write.Replace(theirs.Key, theirs.ETag, Properties(again: false))),
            _ => Plan.Nothing(false),
        }),
        cancellationToken);

    /// <summary>Whether it tells with whom this person was.</summary>
    internal static bool IsOf(Row row, PersonId person) => Pair(row) is var pair && (pair.Person == person || pair.Other == person);

    internal static string KeyOf(PersonId person, PersonId other) => $"{Prefix}{KeyText.Of(person.Value)}|{KeyText.Of(other.Value)}";

    internal static ImmutableArray<Write> Ended(PersonId one, PersonId other) =>
        [new Write.Upsert(KeyOf(one, other), Properties(again: false)), new Write.Upsert(KeyOf(other, one), Properties(again: false))];

    private static IReadOnlyDictionary<string, object> Properties(bool again) => new PropertyBag { { "again", again } }.Properties;

    private static (PersonId Person, PersonId Other) Pair(Row row)
    {
        var parts = row.Key[Prefix.Length..].Split('|');
        return (new(KeyText.Back(parts[0])), new(KeyText.Back(parts[1])));
    }
}
