using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Programme;
using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;

namespace MentorBot.Storage.Matching;

/// <summary>
/// Matching: the rows "mentor-{person}", of everybody who offers, is asked, or has people. <see cref="MentorFollowsOffer"/> writes what
/// they offer, decisions about requests write their places.
/// </summary>
public sealed class MentorRows(IRowStore store, Sealer sealer, MentoringProgramme programme) : IMentors
{
    private readonly Partition partition = PartitionOf.Matching(programme.Tenant);
    private readonly MentorCodec codec = new(sealer, programme.Tenant);

    public async Task<ImmutableArray<Mentor>> All(CancellationToken cancellationToken)
    {
        var rows = await store.Prefix(partition, MentorCodec.Prefix, cancellationToken);
        var mentors = ImmutableArray.CreateBuilder<Mentor>(rows.Count);
        foreach (var row in rows)
            mentors.Add(await codec.Decode(row, cancellationToken));
        return mentors.MoveToImmutable();
    }

    public async Task<Mentor?> Find(PersonId person, CancellationToken cancellationToken) =>
        await store.Get(partition, MentorCodec.KeyOf(person), cancellationToken) is { } row ? await codec.Decode(row, cancellationToken) : null;
}
