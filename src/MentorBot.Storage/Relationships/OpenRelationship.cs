using MentorBot.Domain.Relationships;
using MentorBot.Domain.Requests;
using MentorBot.Storage.Outbox;

namespace MentorBot.Storage.Relationships;

/// <summary>
/// The step from a yes to a relationship: the pair with its notice, both memberships, and only then the request goes. Wherever it is
/// cut short, the request is still there, and each part finds what was done before.
/// </summary>
public sealed class OpenRelationship(IRequests requests, RelationshipRows relationships) : IStep
{
    public string Kind => RequestNotices.Open;

    public async Task Run(string home, string subject, CancellationToken cancellationToken)
    {
        var (by, id) = RequestNotices.AddressIn(subject);
        if (await requests.Find(by, id, cancellationToken) is not { State: RequestState.Accepted accepted } request)
            return;

        var relationship = new RelationshipId(accepted.Match.Value);
        await relationships.Decide(relationship, current => Relating.Open(current, request, accepted), cancellationToken);
        await relationships.Join(request.Person, relationship, cancellationToken);
        await relationships.Join(accepted.Whom, relationship, cancellationToken);
        await requests.Decide(by, id, null, scene => Answering.Opened(scene, accepted.Match), cancellationToken);
    }
}
