using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Requests;
using NodaTime;

namespace MentorBot.Storage.Matching;

/// <summary>Puts together what finding somebody looks at: mentors, those who would talk as equals, the directory, past pairs.</summary>
public sealed class Matchmaker(Gatherings gatherings, IRequests requests, IDirectory directory, IClock clock) : IMatchmaker
{
    public async Task<Two> Two(PersonId asking, PersonId asked, CancellationToken cancellationToken)
    {
        var one = directory.ColleagueOf(asking, cancellationToken);
        var other = directory.ColleagueOf(asked, cancellationToken);
        return new(await one, await other);
    }

    public async Task<Searching> AmongAll(CancellationToken cancellationToken)
    {
        var searched = (await requests.WithoutWords(cancellationToken)).RemoveAll(request => request.Invited is not null);
        var all = await gatherings.Of(searched.Select(request => request.Person), cancellationToken);
        return all.Searching([.. searched.Where(request => request is { OpenToPeers: true, IsWaiting: true })], clock.GetCurrentInstant());
    }
}
