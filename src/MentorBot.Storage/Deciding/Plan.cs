using System.Collections.Immutable;
using MentorBot.Storage.Rows;
using NodaTime;

namespace MentorBot.Storage.Deciding;

/// <summary>What a decision comes to: the answer, and what to write in its partition if it changes anything.</summary>
/// <param name="Writes">The whole change, outbox rows included; empty when nothing changes.</param>
/// <param name="LookAt">When a worker should look at the partition: now for outbox rows, later for what falls due.</param>
public sealed record Plan<TOutcome>(TOutcome Outcome, ImmutableArray<Write> Writes, ImmutableArray<Instant> LookAt);

public static class Plan
{
    public static Plan<TOutcome> Nothing<TOutcome>(TOutcome outcome) => new(outcome, [], []);

    public static Plan<TOutcome> Of<TOutcome>(TOutcome outcome, params ImmutableArray<Write> writes) => new(outcome, writes, []);
}
