using MentorBot.Domain.Directory;

namespace MentorBot.Domain.Matching;

/// <summary>Reads a <see cref="Gathering"/>: all mentors and past pairs, each once, and the directory once a person.</summary>
public sealed class Gatherings(IDirectory directory, IMentors mentors, IPastPairs pastPairs)
{
    /// <param name="others">Whoever is looked at beside the mentors: those who ask, those who look after the programme.</param>
    public async Task<Gathering> Of(IEnumerable<PersonId> others, CancellationToken cancellationToken)
    {
        var all = await mentors.All(cancellationToken);
        var colleagues = new Dictionary<PersonId, Colleague>();
        foreach (var person in all.Select(mentor => mentor.Person).Concat(others).Distinct())
            if (await directory.Find(person, cancellationToken) is { } known)
                colleagues.Add(person, new(known, await directory.LineAbove(person, cancellationToken)));
        return new(all, colleagues, await pastPairs.All(cancellationToken));
    }
}
