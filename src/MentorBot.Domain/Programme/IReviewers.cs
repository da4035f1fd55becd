using System.Collections.Immutable;

namespace MentorBot.Domain.Programme;

/// <summary>Finds the <see cref="Reviewers"/> of a person, by the directory as it is now.</summary>
public interface IReviewers
{
    Task<Reviewers> Of(PersonId person, CancellationToken cancellationToken);

    /// <summary>The same for a matter that touches several people; who mentors one of them stands aside as well.</summary>
    Task<Reviewers> Of(ImmutableArray<PersonId> touched, CancellationToken cancellationToken);
}
