using MentorBot.Domain.Matching;
using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Sessions;

namespace MentorBot.Flows.Relationships;

/// <summary>
/// Finds the relationship that came of a question. Between the yes and the step that opens it there is a moment in which only the
/// request knows; then it is as that step will make it, so that whoever said yes can read at once.
/// </summary>
public sealed class OpenedOrOpening(IRelationships relationships, IRequests requests, IMeetings meetings)
{
    public async Task<Relationship?> Find(AskedFor question, CancellationToken cancellationToken) =>
        await Find(question, await requests.Find(question.By, question.Request, cancellationToken), cancellationToken);

    /// <param name="request">As it is now; read before the relationship, for it goes when that one is there.</param>
    public async Task<Relationship?> Find(AskedFor question, Request? request, CancellationToken cancellationToken) =>
        request is { State: RequestState.Accepted accepted } && accepted.Match == question.Match
            ? Relating.Open(null, request, accepted).Next
            : await relationships.Find(new RelationshipId(question.Match.Value), cancellationToken);

    /// <summary>The same with what lies before the two, and without the words that were asked with.</summary>
    public async Task<Together?> Together(AskedFor question, Request? request, CancellationToken cancellationToken) =>
        request is { State: RequestState.Accepted accepted } && accepted.Match == question.Match && Relating.Open(null, request, accepted).Next is { } opening
            ? new(opening, Meetings.Of(opening.Begun))
            : await meetings.Find(new RelationshipId(question.Match.Value), cancellationToken);
}
