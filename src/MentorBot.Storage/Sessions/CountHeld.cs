using System.Collections.Immutable;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Outbox;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Sessions;

/// <summary>One more conversation was held: it counts in this month, once. Carried out twice around midnight, it stays in the month before.</summary>
public sealed class CountHeld(IRowStore store, Decisions decisions, HeldRows held, MentoringProgramme programme) : IStep
{
    public string Kind => SessionNotices.Count;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var (id, number, _) = SessionNotices.In(subject);
        var month = await held.ThisMonth(cancellationToken);
        var (partition, key) = (PartitionOf.Going(programme.Tenant), HeldRows.KeyOf(month, id));
        ImmutableArray<Consequence> later = [new Consequence.Step(SessionNotices.ForgetCounts, HeldRows.Text(month), "") { At = await held.OverAt(month, cancellationToken) }];
        await decisions.Run(
            partition,
            async token =>
            {
                var before = store.Get(partition, HeldRows.KeyOf(month.PlusMonths(-1), id), token);
                var now = store.Get(partition, key, token);
                return (Before: await before, Now: await now);
            },
            (rows, _) =>
            {
                if (HeldRows.Has(rows.Before, number) || HeldRows.Has(rows.Now, number))
                    return ValueTask.FromResult(Plan.Nothing(false));
                var next = HeldRows.Properties(rows.Now, number);
                return ValueTask.FromResult(rows.Now is { } row
                    ? Plan.Of(true, new Write.Replace(key, row.ETag, next))
                    : new Plan<bool>(true, [new Write.Insert(key, next), .. later.Select(OutboxRows.Write)], [later[0].At!.Value]));
            },
            cancellationToken);
    }
}
