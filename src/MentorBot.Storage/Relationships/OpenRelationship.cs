using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Domain.Scheduling;
using MentorBot.Domain.Sessions;
using MentorBot.Storage.Outbox;
using NodaTime;

namespace MentorBot.Storage.Relationships;

/// <summary>
/// The step from a yes to a relationship: the pair with its notice, the time that travelled with the yes (or times to choose from),
/// both memberships, and only then the request goes. Wherever it is cut short, the request is still there, and each part finds what
/// was done before.
/// </summary>
public sealed class OpenRelationship(IRequests requests, RelationshipRows relationships, IMeetings meetings, IClock clock) : IStep
{
    public string Kind => RequestNotices.Open;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var (by, id) = RequestNotices.AddressIn(subject);
        if (await requests.Find(by, id, cancellationToken) is not { State: RequestState.Accepted accepted } request)
            return;

        var relationship = new RelationshipId(accepted.Match.Value);
        await relationships.Decide(relationship, current => Relating.Open(current, request, accepted), cancellationToken);
        await meetings.Decide(relationship, together => Beginning.Of(together, accepted.Whom, clock.GetCurrentInstant()), cancellationToken);
        await relationships.Join(request.Person, relationship, cancellationToken);
        await relationships.Join(accepted.Whom, relationship, cancellationToken);
        await requests.Decide(by, id, null, scene => Answering.Opened(scene, accepted.Match), cancellationToken);
    }
}
