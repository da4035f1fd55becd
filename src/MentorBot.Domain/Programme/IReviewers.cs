namespace MentorBot.Domain.Programme;

/// <summary>Finds the <see cref="Reviewers"/> of a person, by the directory as it is now.</summary>
public interface IReviewers
{
    Task<Reviewers> Of(PersonId person, CancellationToken cancellationToken);
}
