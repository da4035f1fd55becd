using System.Collections.Immutable;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Matching;
using MentorBot.Domain.Programme;

namespace MentorBot.Domain.Offers;

/// <summary>Finds somebody for the try-out: a mentor who is open and not in one's own reporting line, else somebody who looks after the programme.</summary>
public sealed class TryOutPartner(IMentors mentors, IDirectory directory, IReviewers reviewers)
{
    /// <param name="id">The person who would like to try it out.</param>
    /// <param name="notAgain">Whom not to ask once more.</param>
    /// <param name="spread">Any number; equal ones give the same choice. Spreads the asking among those who suit alike.</param>
    public async Task<PersonId?> For(PersonId id, ImmutableArray<PersonId> notAgain, int spread, CancellationToken cancellationToken)
    {
        if (await directory.Find(id, cancellationToken) is not { } offering)
            return null;
        var open = (await mentors.All(cancellationToken))
            .Where(mentor => mentor.Standing == MentorStanding.Open && mentor.Person != offering.Id && !notAgain.Contains(mentor.Person))
            .ToImmutableArray();
        var line = await directory.LineAbove(offering.Id, cancellationToken);

        for (var tried = 0; tried < open.Length; tried++)
        {
            var candidate = open[(int)((uint)(spread + tried) % (uint)open.Length)].Person;
            if (!line.Contains(candidate)
                && !(await directory.LineAbove(candidate, cancellationToken)).Contains(offering.Id)
                && await directory.Find(candidate, cancellationToken) is { } person
                && person.Languages.Intersect(offering.Languages).Any())
                return candidate;
        }

        var who = await reviewers.Of(offering.Id, cancellationToken);
        return who.First.Concat(who.Later).Where(one => !notAgain.Contains(one)).Select(one => (PersonId?)one).FirstOrDefault();
    }
}
