using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Requests;

namespace MentorBot.Flows.Tests;

/// <summary>Requests as they stand, with the places that go with them; nothing follows from a decision but the decision.</summary>
internal sealed class AskedRequestsInMemory(MentorsInMemory mentors) : Dictionary<RequestId, Request>, IRequests
{
    public Task<Request?> Find(PersonId person, RequestId id, CancellationToken cancellationToken) => Task.FromResult(Find(person, id));

    public Task<ImmutableArray<Request>> Of(PersonId person, CancellationToken cancellationToken) =>
        Task.FromResult(Values.Where(request => request.Person == person).OrderBy(request => request.Since).ToImmutableArray());

    public Task<ImmutableArray<Request>> WithoutWords(CancellationToken cancellationToken) =>
        Task.FromResult(Values.OrderBy(request => request.Since).Select(request => request with { Form = request.Form with { Words = null, Line = null } }).ToImmutableArray());

    public Task<RequestOutcome> Decide(PersonId person, RequestId id, PersonId? whom, Func<Scene, Decision<Scene, RequestOutcome>> decide, CancellationToken cancellationToken)
    {
        var request = Find(person, id);
        var decision = decide(new Scene(request, [], (whom ?? request?.Asked) is { } asked ? MentorOf(asked) : null, MentorOf(person), EndedByChoice: false));
        if (decision.Changes)
        {
            if (decision.Next!.Request is { } next)
                this[id] = next;
            else
                Remove(id);
            Put(decision.Next.Asked);
            Put(decision.Next.Own);
        }

        return Task.FromResult(decision.Outcome);
    }

    private Request? Find(PersonId person, RequestId id) => this.GetValueOrDefault(id) is { } request && request.Person == person ? request : null;

    private Mentor MentorOf(PersonId person) => mentors.Find(mentor => mentor.Person == person) ?? Mentor.Unknown(person);

    private void Put(Mentor? mentor)
    {
        if (mentor is null)
            return;
        mentors.RemoveAll(one => one.Person == mentor.Person);
        if (!mentor.IsBlank)
            mentors.Add(mentor);
    }
}
