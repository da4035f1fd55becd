using MentorBot.Domain.Directory;

namespace MentorBot.Domain.Matching;

/// <summary>Reads a <see cref="Gathering"/>: all mentors and past pairs, each once, and the directory once a person.</summary>
public sealed class Gatherings(IDirectory directory, IMentors mentors, IPastPairs pastPairs)
{
    /// <param name="others">Whoever is looked at beside the mentors: those who ask, those who look after the programme.</param>
    public async Task<Gathering> Of(IEnumerable<PersonId> others, CancellationToken cancellationToken)
    {
        var readingMentors = mentors.All(cancellationToken);
        var readingPairs = pastPairs.All(cancellationToken);
        await Task.WhenAll(readingMentors, readingPairs);

        var all = await readingMentors;
        var people = all.Select(mentor => mentor.Person).Concat(others).Distinct();
        var colleagues = await Task.WhenAll(people.Select(person => directory.ColleagueOf(person, cancellationToken)));
        return new(all, colleagues.OfType<Colleague>().ToDictionary(colleague => colleague.Id), await readingPairs);
    }
}
