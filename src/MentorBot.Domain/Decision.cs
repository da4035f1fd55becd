using System.Collections.Immutable;
using MentorBot.Domain.Notices;

namespace MentorBot.Domain;

/// <summary>What the domain decided: the answer, the state from now on, and what has to happen elsewhere because of it.</summary>
/// <param name="Changes">False when everything stays as it is; then <paramref name="Next"/> is the state that was found.</param>
/// <param name="Next">The state from now on; null when the thing is gone.</param>
public sealed record Decision<TState, TOutcome>(TOutcome Outcome, bool Changes, TState? Next, ImmutableArray<Consequence> Consequences)
    where TState : class;
