using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using MentorBot.Domain.Requests;
using NodaTime;

namespace MentorBot.Domain.Matching.Cohorts;

/// <summary>
/// Everybody who waits, matched at once under every never, every wish and every number of places: see <see cref="Optimum"/>. Of
/// somebody with several requests the oldest takes part, so that nobody is offered one person twice; the others go their own way.
/// </summary>
/// <param name="Placed">Who with whom, the longest waiting first.</param>
/// <param name="NotPlaced">Who not, and why; the longest waiting first.</param>
public sealed record Cohort(ImmutableArray<Placed> Placed, ImmutableArray<NotPlaced> NotPlaced)
{
    private const int MarkLength = 8;

    private const int FingerprintLength = 16;

    /// <summary>Short, and the same as long as it is the same people with the same people.</summary>
    public string Fingerprint => Hash(
        string.Join('\n', Placed.Select(one => $"{one.Request.Id} {one.Proposal.Mentor}").Concat(NotPlaced.Select(one => one.Request.Id.Value))),
        FingerprintLength);

    /// <summary>The same for who is left out as well, by their marks: so that nobody goes out who was not looked at, or was left out.</summary>
    public string FingerprintWithout(IReadOnlyCollection<string> leftOut) =>
        leftOut.Count == 0 ? Fingerprint : Hash($"{Fingerprint}\n{string.Join('\n', leftOut.Order(StringComparer.Ordinal))}", FingerprintLength);

    /// <summary>A short stand-in for a request's id, for lists that travel on a form. Letters and digits.</summary>
    public static string MarkOf(RequestId request) => Hash(request.Value, MarkLength);

    /// <param name="waiting">Those who take part, in any order.</param>
    /// <param name="mayPropose">Whether a mentor may be proposed at all by whoever looks at the outcome.</param>
    public static Cohort Of(
        IEnumerable<Request> waiting, Gathering gathering, Func<PersonId, bool> mayPropose, Instant now, CancellationToken cancellationToken = default)
    {
        ImmutableArray<Request> requests = [.. waiting
            .OrderBy(request => request.Since).ThenBy(request => request.Id.Value, StringComparer.Ordinal)
            .DistinctBy(request => request.Person)];
        ImmutableArray<Mentor> mentors = [.. gathering.Mentors
            .Where(mentor => mentor is { Standing: MentorStanding.Open, Offers: not null, Free: > 0 } && mayPropose(mentor.Person))
            .OrderBy(mentor => mentor.Person.Value, StringComparer.Ordinal)];

        var pairs = Pairs(requests, mentors, gathering, now, cancellationToken);
        var placement = Optimum.Of(requests.Length, [.. mentors.Select(PlacesOf)], pairs, cancellationToken);

        var suitedBy = pairs.CountBy(pair => pair.Mentor).ToDictionary();
        var suited = pairs.Select(pair => pair.Mentee).ToHashSet();
        var placed = ImmutableArray.CreateBuilder<Placed>();
        var notPlaced = ImmutableArray.CreateBuilder<NotPlaced>();
        for (var mentee = 0; mentee < requests.Length; mentee++)
        {
            if (placement.MentorOf[mentee] is { } mentor)
                placed.Add(Place(gathering.Pair(requests[mentee], mentors[mentor], now)!, others: suitedBy[mentor] - 1));
            else
                notPlaced.Add(new(requests[mentee], NobodySuits: !suited.Contains(mentee)));
        }

        return new(placed.ToImmutable(), notPlaced.ToImmutable());
    }

    /// <summary>Whether the bot itself would introduce the two, as mentor and person asking.</summary>
    public static bool IsEligible(Pairing pairing) => Finding.MayMeet(pairing) && Suits.Each(pairing);

    // Of every two people; only the numbers are kept, for there may be millions.
    private static List<Eligible> Pairs(
        ImmutableArray<Request> requests, ImmutableArray<Mentor> mentors, Gathering gathering, Instant now, CancellationToken cancellationToken)
    {
        var pairs = new List<Eligible>();
        for (var mentee = 0; mentee < requests.Length; mentee++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var waiting = Score.WaitingPoints(requests[mentee], now);
            for (var mentor = 0; mentor < mentors.Length; mentor++)
            {
                if (gathering.Pair(requests[mentee], mentors[mentor], now) is { } pairing && IsEligible(pairing))
                    pairs.Add(new(mentee, mentor, Score.Of(pairing).Score + waiting));
            }
        }

        return pairs;
    }

    private static MentorPlaces PlacesOf(Mentor mentor) => new(mentor.Free, mentor.Reserved.Length + mentor.Taken.Length);

    private static Placed Place(Pairing pairing, int others)
    {
        var proposal = Score.Of(pairing);
        return new(pairing.Request, proposal, Things.About(pairing, proposal, others));
    }

    private static string Hash(string text, int length) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..length];
}
