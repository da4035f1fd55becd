using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Due;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;
using NodaTime;

namespace MentorBot.Storage.Relationships;

/// <summary>Quiet times that end, and the erasure of what has ended: the key first, by which it cannot be read any more; then what each kept for themselves about it, memberships and rows, the pair itself last, so that a crash on the way is made good.</summary>
public sealed class RelationshipsFallDue(
    IRowStore store, RecordRows records, DataKeys keys, RelationshipRows relationships, MentoringProgramme programme, IClock clock) : IFallsDue
{
    public Table Table => Table.Relationships;

    public async Task<bool> Tick(Partition partition, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        if (await store.Get(partition, RelationshipCodec.Key, cancellationToken) is not { } row)
            return false;

        var id = new RelationshipId(PartitionOf.Home(partition));
        if (RelationshipCodec.EraseAtOf(row) is { } eraseAt)
        {
            if (now < eraseAt)
                return false;
            await Erase(partition, id, row, cancellationToken);
            return true;
        }

        return await relationships.Decide(id, current => Relating.Tick(current, now), cancellationToken) is RelationshipOutcome.Done;
    }

    private async Task Erase(Partition partition, RelationshipId id, Row pair, CancellationToken cancellationToken)
    {
        await keys.Erase(Owner.Relationship(programme.Tenant, id.Value), cancellationToken);
        var (mentee, mentor) = RelationshipCodec.PeopleOf(pair);
        foreach (var person in new[] { mentee, mentor })
        {
            await records.Erase(PartitionOf.Person(programme.Tenant, person), OfOne.Prefix(id), cancellationToken);
            await relationships.Leave(person, id, cancellationToken);
        }

        await records.Erase(partition, "", row => row.Key != RelationshipCodec.Key, cancellationToken);
        await records.Erase(partition, RelationshipCodec.Key, cancellationToken);
    }
}
