using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Notices;
using MentorBot.Domain.Requests;

namespace MentorBot.Flows.Tests;

/// <summary>Requests as they stand, and the places that go with them. What follows from decisions is only noted.</summary>
internal sealed class RequestsInMemory(MentorsInMemory mentors, PastPairsInMemory pastPairs) : IRequests
{
    private readonly Dictionary<(PersonId Person, RequestId Id), Request> requests = [];
    private readonly List<(PersonId Person, RequestId Id)> gone = [];

    public List<Consequence> Consequences { get; } = [];

    /// <summary>What somebody else does between the next reading and its decision.</summary>
    public Action? Meanwhile { get; set; }

    /// <summary>How many decisions changed something.</summary>
    public int Changes { get; private set; }

    public Request this[RequestId id] => requests.Values.Single(request => request.Id == id);

    public void Put(params ReadOnlySpan<Request> some)
    {
        foreach (var request in some)
            requests[(request.Person, request.Id)] = request;
    }

    public void Remove(RequestId id) => requests.Remove((this[id].Person, id));

    public void Clear()
    {
        requests.Clear();
        gone.Clear();
        Consequences.Clear();
    }

    public Task<Request?> Find(PersonId person, RequestId id, CancellationToken cancellationToken) => Task.FromResult(Only(person, id));

    public Task<ImmutableArray<Request>> Of(PersonId person, CancellationToken cancellationToken) =>
        Task.FromResult(requests.Values.Where(request => request.Person == person).OrderBy(request => request.Since).ToImmutableArray());

    public Task<ImmutableArray<Request>> WithoutWords(CancellationToken cancellationToken) => Task.FromResult(
        requests.Values.Select(request => request with { Form = request.Form with { Words = null, Line = null } }).OrderBy(request => request.Since).ToImmutableArray());

    public async Task<RequestOutcome> Decide(
        PersonId person, RequestId id, PersonId? whom, Func<Scene, CancellationToken, ValueTask<Decision<Scene, RequestOutcome>>> decide, CancellationToken cancellationToken)
    {
        (Meanwhile, var meanwhile) = (null, Meanwhile);
        meanwhile?.Invoke();
        var request = Only(person, id);
        var asked = request?.Asked ?? whom;
        var decision = await decide(new Scene(
            request,
            [.. gone.Where(one => one.Person == person).Select(one => one.Id)],
            asked is { } one ? mentors.Of(one) : null,
            asked is not null && request is null or { Invited: InvitedAs.IMentorThem } ? mentors.Of(person) : null,
            asked is { } other && (await pastPairs.Of(person, cancellationToken)).Contains(other)), cancellationToken);
        if (decision.Changes)
        {
            Changes++;
            Keep(person, id, decision.Next!);
        }

        Consequences.AddRange(decision.Consequences);
        return decision.Outcome;
    }

    private Request? Only(PersonId person, RequestId id) => requests.GetValueOrDefault((person, id));

    private void Keep(PersonId person, RequestId id, Scene next)
    {
        if (next.Asked is { } asked)
            mentors.Put(asked);
        if (next.Own is { } own)
            mentors.Put(own);
        if (next.Request is { } request)
            requests[(person, id)] = request;
        else if (requests.Remove((person, id)))
            gone.Add((person, id));
    }
}
