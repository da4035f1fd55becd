using MentorBot.Domain.Relationships;

namespace MentorBot.Domain.Scheduling;

/// <summary>Where it is kept how conversations appear in people's own calendars: with each person, under their own key.</summary>
public interface IAppearances
{
    /// <summary>The usual one where nothing was chosen.</summary>
    Task<Appearance> Find(PersonId person, RelationshipId relationship, CancellationToken cancellationToken);

    /// <summary>From now on it appears like this; what is in the calendar already follows.</summary>
    Task Save(PersonId person, RelationshipId relationship, Appearing appears, Confidential? subject, CancellationToken cancellationToken);
}
