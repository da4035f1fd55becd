using System.Collections.Immutable;
using MentorBot.Domain.Directory;
using MentorBot.Domain.Programme;

namespace MentorBot.Domain.Matching;

/// <summary>Reads the reporting lines, and the coordinators' own mentees, that <see cref="Reviewers.Of(MentoringProgramme, PersonId, Func{PersonId, ImmutableArray{PersonId}})"/> needs.</summary>
public sealed class ReviewersInDirectory(MentoringProgramme programme, IDirectory directory, IMentors mentors) : IReviewers
{
    public async Task<Reviewers> Of(PersonId person, CancellationToken cancellationToken)
    {
        var lines = await Lines([person], cancellationToken);
        return Reviewers.Of(programme, person, one => lines[one]);
    }

    public async Task<Reviewers> Of(ImmutableArray<PersonId> touched, CancellationToken cancellationToken)
    {
        var lines = await Lines(touched, cancellationToken);
        var asMentors = await Task.WhenAll(Everybody.Select(one => mentors.Find(one, cancellationToken)));
        return Reviewers.Of(programme, touched, one => lines[one], (one, other) => asMentors.Any(mentor => mentor?.Person == one && mentor.IsMentorOf(other)));
    }

    private IEnumerable<PersonId> Everybody => programme.Coordinators.Concat(programme.Deputies);

    private async Task<Dictionary<PersonId, ImmutableArray<PersonId>>> Lines(ImmutableArray<PersonId> touched, CancellationToken cancellationToken)
    {
        var lines = new Dictionary<PersonId, ImmutableArray<PersonId>>();
        foreach (var one in Everybody.Concat(touched))
            lines[one] = await directory.LineAbove(one, cancellationToken);
        return lines;
    }
}
