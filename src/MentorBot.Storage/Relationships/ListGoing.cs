using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Relationships;

/// <summary>The step from a relationship that began or ended: it stands in the list of those that go on, or not. Those who only stayed in touch do not.</summary>
public sealed class ListGoing(IRowStore store, Decisions decisions, BesidePair pairs, MentoringProgramme programme) : IStep
{
    public string Kind => RelationshipNotices.Going;

    public Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var (partition, key) = (PartitionOf.Going(programme.Tenant), GoingRows.KeyOf(new(home)));
        return decisions.Run(
            partition,
            async token =>
            {
                // The row before the pair: an older state of the pair then never replaces a row that came of a newer one.
                var row = await store.Get(partition, key, token);
                return (Row: row, Pair: await pairs.Pair(new(home), token));
            },
            (read, _) => ValueTask.FromResult((read.Row, read.Pair) switch
            {
                (null, { State: RelationshipState.Going, AsPeers: false } pair) => Plan.Of(true, new Write.Insert(key, GoingRows.Properties(pair))),
                ({ } row, not { State: RelationshipState.Going, AsPeers: false }) => Plan.Of(true, new Write.Delete(key, row.ETag)),
                _ => Plan.Nothing(false),
            }),
            cancellationToken);
    }
}
