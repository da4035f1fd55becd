using System.Collections.Immutable;
using MentorBot.Domain;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Requests;
using NodaTime;

namespace MentorBot.Storage.Matching;

/// <summary>Puts together what finding somebody looks at: mentors, those who would talk as equals, the directory, past pairs.</summary>
public sealed class Matchmaker(IMentors mentors, IRequests requests, IPastPairs pastPairs, IDirectory directory, IClock clock) : IMatchmaker
{
    public async Task<Two> Two(PersonId asking, PersonId asked, CancellationToken cancellationToken)
    {
        var one = Colleague(asking, cancellationToken);
        var other = Colleague(asked, cancellationToken);
        return new(await one, await other);
    }

    public async Task<Searching> AmongAll(CancellationToken cancellationToken)
    {
        var readingMentors = mentors.All(cancellationToken);
        var readingRequests = requests.WithoutWords(cancellationToken);
        var readingPairs = pastPairs.All(cancellationToken);
        await Task.WhenAll(readingMentors, readingRequests, readingPairs);

        var all = await readingMentors;
        var searched = (await readingRequests).Where(request => request.Invited is null).ToImmutableArray();
        var people = all.Select(mentor => mentor.Person).Concat(searched.Select(request => request.Person)).Distinct();
        var colleagues = await Task.WhenAll(people.Select(person => Colleague(person, cancellationToken)));
        return new Market(
            all.ToDictionary(mentor => mentor.Person),
            [.. all.Where(mentor => mentor.Standing == MentorStanding.Open)],
            [.. searched.Where(request => request is { OpenToPeers: true, IsWaiting: true })],
            colleagues.OfType<Colleague>().ToDictionary(colleague => colleague.Id),
            await readingPairs,
            clock.GetCurrentInstant()).Searching;
    }

    private async Task<Colleague?> Colleague(PersonId id, CancellationToken cancellationToken)
    {
        var line = directory.LineAbove(id, cancellationToken);
        return await directory.Find(id, cancellationToken) is { } person ? new(person, await line) : null;
    }

    private sealed record Market(
        IReadOnlyDictionary<PersonId, Mentor> Known,
        ImmutableArray<Mentor> Open,
        ImmutableArray<Request> Peers,
        IReadOnlyDictionary<PersonId, Colleague> Colleagues,
        ImmutableDictionary<PersonId, ImmutableHashSet<PersonId>> PastPairs,
        Instant Now)
    {
        public Searching Searching => new(Find, Between);

        private ImmutableArray<Proposal> Find(Request request) => Colleagues.TryGetValue(request.Person, out var asking)
            ? Finding.UpToThree(request, asking, Open.Select(mentor => Candidate(request, mentor)).Concat(PeersOf(request, asking)), Now)
            : [];

        private Proposal? Between(Request request, PersonId whom)
        {
            if (!Colleagues.TryGetValue(request.Person, out var asking))
                return null;

            var asMentor = Known.TryGetValue(whom, out var mentor) ? [Candidate(request, mentor)] : ImmutableArray<Candidate>.Empty;
            var pairing = asMentor.Concat(PeersOf(request, asking).Where(peer => peer.Mentor.Person == whom))
                .Select(candidate => Pairing(request, asking, candidate))
                .FirstOrDefault(Finding.MayMeet);
            return pairing is null ? null : Score.Of(pairing);
        }

        /// <summary>Others who are looking, where both are fine with that; whom they would rather not meet stands in their own request.</summary>
        private IEnumerable<Candidate> PeersOf(Request request, Colleague asking) => !request.OpenToPeers ? [] : Peers
            .Where(peer => peer.Person != request.Person
                && Colleagues.TryGetValue(peer.Person, out var other)
                && Finding.MayMeet(Pairing(peer, other, Candidate(peer, MentorOrNot(request.Person), asPeer: true))))
            .Select(peer => Candidate(request, MentorOrNot(peer.Person), asPeer: true));

        private Candidate Candidate(Request request, Mentor mentor, bool asPeer = false) => new(
            mentor,
            Colleagues.GetValueOrDefault(mentor.Person),
            PastPairs.TryGetValue(request.Person, out var past) && past.Contains(mentor.Person),
            asPeer);

        private Pairing Pairing(Request request, Colleague asking, Candidate candidate) =>
            new(request, asking, candidate.Mentor, candidate.Asked, candidate.EndedByChoice, Now, candidate.AsPeer);

        private Mentor MentorOrNot(PersonId person) => Known.TryGetValue(person, out var mentor) ? mentor : Mentor.Unknown(person);
    }
}
