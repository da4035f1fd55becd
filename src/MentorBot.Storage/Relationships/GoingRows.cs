using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Relationships;

/// <summary>Who goes on: in Relationships, in the tenant's own partition, the rows "going-{relationship}". Kept by <see cref="ListGoing"/>.</summary>
public sealed class GoingRows(IRowStore store, MentoringProgramme programme) : IGoingPairs
{
    private const string Prefix = "going-";

    public async Task<ImmutableArray<GoingPair>> All(CancellationToken cancellationToken) =>
        [.. (await store.Prefix(PartitionOf.Going(programme.Tenant), Prefix, cancellationToken)).Select(Pair)];

    internal static string KeyOf(RelationshipId id) => Prefix + KeyText.Of(id.Value);

    internal static IReadOnlyDictionary<string, object> Properties(Relationship pair) => new PropertyBag
    {
        { "mentee", pair.Mentee.Value },
        { "mentor", pair.Mentor.Value },
        { "begun", pair.Begun },
    }.Properties;

    private static GoingPair Pair(Row row) =>
        new(new(KeyText.Back(row.Key[Prefix.Length..])), new PersonId(row.Text("mentee")), new PersonId(row.Text("mentor")), row.Moment("begun"));
}
