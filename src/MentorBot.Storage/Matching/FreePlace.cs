using MentorBot.Domain.Matching;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;

namespace MentorBot.Storage.Matching;

/// <summary>
/// The step from a relationship that has ended: the mentor's place is free, and the two are a past pair, unless they finished. Both are one transaction, so
/// that a repetition finds no place to free, and does not undo that the two asked for one another again since.
/// </summary>
public sealed class FreePlace(IRowStore store, Decisions decisions, Sealer sealer, IRelationships relationships, MentoringProgramme programme) : IStep
{
    private readonly Partition partition = PartitionOf.Matching(programme.Tenant);
    private readonly MentorCodec codec = new(sealer, programme.Tenant);

    public string Kind => RelationshipNotices.Free;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        if (await relationships.Find(new(home), cancellationToken) is not { State: RelationshipState.Ended { How: var how } } ended)
            return;

        await decisions.Run(
            partition,
            token => store.Get(partition, MentorCodec.KeyOf(ended.Mentor), token),
            async (row, token) =>
            {
                if (row is null || await codec.Decode(row, token) is not { } mentor || mentor.Taken.All(place => place.Match.Value != home))
                    return Plan.Nothing(false);

                var freed = mentor with { Taken = mentor.Taken.RemoveAll(place => place.Match.Value == home) };
                return Plan.Of(true, [.. await codec.Keep(freed, row, token), .. how == Ending.Finished ? [] : PastPairRows.Ended(ended.Mentor, ended.Mentee)]);
            },
            cancellationToken);
    }
}
