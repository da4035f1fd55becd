using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Programme;
using MentorBot.Domain.Requests;
using NodaTime;

namespace MentorBot.Flows.Console;

/// <summary>Who waits, as far as a reader may look at it: what touches a coordinator, their line or their mentees is for others.</summary>
public sealed class ThoseWaiting(IRequests requests, Gatherings gatherings, MentoringProgramme programme)
{
    /// <summary>Everybody who is touched by how a request stands.</summary>
    public static ImmutableArray<PersonId> Touched(Request request) =>
        [request.Person, .. request.State is RequestState.Proposed proposed ? proposed.People.Select(one => one.Mentor) : []];

    /// <summary>By when the person hears, without any press: a day of theirs, whoever reads it.</summary>
    public static LocalDate OutOn(Request request) =>
        (request.State is RequestState.Proposed proposed ? proposed.ReleaseAt : ((RequestState.Looking)request.State).By).InZone(request.Zone).Date;

    /// <summary>The longest waiting first, without what they wrote.</summary>
    public async Task<(ImmutableArray<Request> Requests, Gathering Gathering)> For(PersonId reader, CancellationToken cancellationToken)
    {
        var all = (await requests.WithoutWords(cancellationToken)).RemoveAll(request => !request.IsWaiting);
        var gathering = await gatherings.Of([.. all.Select(request => request.Person), .. programme.Coordinators, .. programme.Deputies], cancellationToken);
        return ([.. all.Where(request => gathering.ReviewersOf(programme, Touched(request)).Include(reader))], gathering);
    }
}
