using MentorBot.Domain;
using MentorBot.Domain.Closing;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Relationships;
using MentorBot.Storage.Relationships;

namespace MentorBot.Storage.Closing;

/// <summary>How two people go on: one row beside the pair. What is due next is written with each change, as a step for later.</summary>
public sealed class ClosingRows(BesidePair rows) : IClosings
{
    private readonly OutlookCodec codec = new();

    public async Task<(Relationship? Pair, Outlook Outlook)> Find(RelationshipId id, CancellationToken cancellationToken)
    {
        var (pair, outlook) = await rows.Find(id, OutlookCodec.Key, codec, cancellationToken);
        return (pair, outlook ?? Outlook.New);
    }

    public Task<ClosingOutcome> Decide(RelationshipId id, Func<Relationship, Outlook, Decision<Outlook, ClosingOutcome>> decide, CancellationToken cancellationToken) =>
        rows.Decide<Outlook, ClosingOutcome>(
            id,
            OutlookCodec.Key,
            codec,
            (pair, outlook) => pair is null
                ? new(new ClosingOutcome.AsItIs(null, Outlook.New), false, outlook, [])
                : WithWhatIsDue(decide(pair, outlook ?? Outlook.New), pair),
            cancellationToken);

    private static Decision<Outlook, ClosingOutcome> WithWhatIsDue(Decision<Outlook, ClosingOutcome> decision, Relationship pair) =>
        decision is { Changes: true, Next.NextDue: { } due }
            ? decision with { Consequences = decision.Consequences.Add(new Consequence.Step(ClosingNotices.Tick, pair.Id.Value, "") { At = due }) }
            : decision;
}
