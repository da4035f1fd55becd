using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Requests;

namespace MentorBot.Flows.Tests;

/// <summary>Requests as they stand; nothing follows from a decision but the decision.</summary>
internal sealed class WaitingRequestsInMemory : Dictionary<RequestId, Request>, IRequests
{
    /// <summary>What somebody else does between the reading and the decision.</summary>
    public Action? Meanwhile { get; set; }

    public int Decided { get; private set; }

    public Task<Request?> Find(PersonId person, RequestId id, CancellationToken cancellationToken) =>
        Task.FromResult(this.GetValueOrDefault(id) is { } request && request.Person == person ? request : null);

    public Task<ImmutableArray<Request>> Of(PersonId person, CancellationToken cancellationToken) =>
        Task.FromResult(Values.Where(request => request.Person == person).OrderBy(request => request.Since).ToImmutableArray());

    public Task<ImmutableArray<Request>> WithoutWords(CancellationToken cancellationToken) =>
        Task.FromResult(Values.OrderBy(request => request.Since).Select(request => request with { Form = request.Form with { Words = null, Line = null } }).ToImmutableArray());

    public async Task<RequestOutcome> Decide(
        PersonId person, RequestId id, PersonId? whom, Func<Scene, Decision<Scene, RequestOutcome>> decide, CancellationToken cancellationToken)
    {
        Meanwhile?.Invoke();
        Meanwhile = null;
        var decision = decide(new(await Find(person, id, cancellationToken), [], null, null, false));
        if (!decision.Changes)
            return decision.Outcome;

        Decided++;
        if (decision.Next?.Request is { } next)
            this[id] = next;
        else
            Remove(id);
        return decision.Outcome;
    }
}
