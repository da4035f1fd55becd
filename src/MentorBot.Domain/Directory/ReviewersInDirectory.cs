using MentorBot.Domain.Programme;

namespace MentorBot.Domain.Directory;

/// <summary>Reads the reporting lines that <see cref="Reviewers.Of"/> needs.</summary>
public sealed class ReviewersInDirectory(MentoringProgramme programme, IDirectory directory) : IReviewers
{
    public async Task<Reviewers> Of(PersonId person, CancellationToken cancellationToken)
    {
        var lines = new Dictionary<PersonId, System.Collections.Immutable.ImmutableArray<PersonId>>();
        foreach (var one in programme.Coordinators.Concat(programme.Deputies).Append(person))
            lines[one] = await directory.LineAbove(one, cancellationToken);
        return Reviewers.Of(programme, person, one => lines[one]);
    }
}
