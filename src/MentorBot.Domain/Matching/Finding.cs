using System.Collections.Immutable;
using MentorBot.Domain.Requests;

namespace MentorBot.Domain.Matching;

/// <summary>Whom somebody could talk with.</summary>
public static class Finding
{
    public const int Most = 3;

    /// <summary>
    /// At most three people under every never and every wish, the best score first. Whoever is wished for by name is among them if
    /// that may be. Among those who suit alike, each request has its own order, so that nobody always comes first.
    /// </summary>
    /// <param name="pairings">Of this request with everybody who might be proposed.</param>
    public static ImmutableArray<Proposal> UpToThree(Request request, IEnumerable<Pairing> pairings)
    {
        var ranked = pairings
            .Where(pairing => MayMeet(pairing) && Suits.Each(pairing))
            .Select(pairing => (Proposal: Score.Of(pairing), pairing.AsPeer))
            .OrderByDescending(found => found.Proposal.Score)
            .ThenBy(found => DrawOf(request.Id, found.Proposal.Mentor))
            .ThenBy(found => found.Proposal.Mentor.Value, StringComparer.Ordinal)
            .ThenBy(found => found.AsPeer)
            .Select(found => found.Proposal)
            .DistinctBy(proposal => proposal.Mentor)
            .ToImmutableArray();

        var best = ranked.Length > Most ? ranked[..Most] : ranked;
        var wished = ranked.FirstOrDefault(proposal => proposal.Mentor == request.Form.WishedFor);
        return wished is null || best.Contains(wished) ? best : best.SetItem(Most - 1, wished);
    }

    /// <summary>
    /// No never stands between the two: for a coordinator's own pick, a choice, a yes. Lists, places and standing are those of the
    /// person asked; where both would be asked, as equals, look at it from either side.
    /// </summary>
    public static bool MayMeet(Pairing pairing) => Nevers.Nevers.First(pairing) is null;

    /// <summary>A lot that is drawn the same on every machine and in every year (FNV-1a, stirred at the end, for short ids differ little).</summary>
    private static ulong DrawOf(RequestId request, PersonId person)
    {
        const ulong Prime = 0x100000001b3;
        var hash = 0xcbf29ce484222325;
        foreach (var character in request.Value)
            hash = (hash ^ character) * Prime;
        hash = (hash ^ '|') * Prime;
        foreach (var character in person.Value)
            hash = (hash ^ character) * Prime;
        hash = (hash ^ (hash >> 33)) * 0xff51afd7ed558ccd;
        return hash ^ (hash >> 33);
    }
}
