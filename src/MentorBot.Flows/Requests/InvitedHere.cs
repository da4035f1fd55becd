using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Requests;

namespace MentorBot.Flows.Requests;

/// <summary>Finds who invited somebody before they were here: the question waits with them and is put when they come.</summary>
public sealed class InvitedHere(IMentors mentors, IRequests requests)
{
    /// <summary>The requests whose question has not been put to this person yet.</summary>
    /// <returns>Also whether any question at all waits for them, put or not.</returns>
    public async Task<(ImmutableArray<Request> Waiting, bool IsAsked)> For(PersonId person, CancellationToken cancellationToken)
    {
        var waiting = ImmutableArray.CreateBuilder<Request>();
        var asked = (await mentors.Find(person, cancellationToken))?.Asked ?? [];
        foreach (var question in asked)
            if (await requests.Find(question.By, question.Request, cancellationToken) is { State: RequestState.ToForward forward } request
                && forward.Match == question.Match && forward.Whom == person)
                waiting.Add(request);
        return (waiting.ToImmutable(), !asked.IsEmpty);
    }
}
