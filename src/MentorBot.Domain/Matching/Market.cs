using System.Collections.Immutable;
using MentorBot.Domain.Requests;
using NodaTime;

namespace MentorBot.Domain.Matching;

/// <summary>Where somebody is looked for: mentors who are open, and others who are looking, where both are fine with that.</summary>
/// <param name="Peers">Requests of those who would talk as equals.</param>
internal sealed record Market(Gathering All, ImmutableArray<Request> Peers, Instant Now)
{
    private readonly ImmutableArray<Mentor> open = [.. All.Mentors.Where(mentor => mentor.Standing == MentorStanding.Open)];

    public ImmutableArray<Proposal> Find(Request request) =>
        Finding.UpToThree(request, open.Select(mentor => All.Pair(request, mentor, Now)).OfType<Pairing>().Concat(WithPeers(request)));

    /// <summary>As a mentor before all; else as equals.</summary>
    public Proposal? Between(Request request, PersonId whom)
    {
        var asMentor = All.MentorBy(whom) is { } mentor ? All.Pair(request, mentor, Now) : null;
        return WithPeers(request).Where(pairing => pairing.Mentor.Person == whom).Prepend(asMentor).OfType<Pairing>().FirstOrDefault(Finding.MayMeet) is { } pairing
            ? Score.Of(pairing)
            : null;
    }

    /// <summary>Looked at from either side, for whom a peer would rather not meet stands in their own request.</summary>
    private IEnumerable<Pairing> WithPeers(Request request) => !request.OpenToPeers ? [] : Peers
        .Where(peer => peer.Person != request.Person && AsEquals(peer, request.Person) is { } theirs && Finding.MayMeet(theirs))
        .Select(peer => AsEquals(request, peer.Person))
        .OfType<Pairing>();

    private Pairing? AsEquals(Request request, PersonId other) => All.Pair(request, All.MentorBy(other) ?? Mentor.Unknown(other), Now, asPeer: true);
}
