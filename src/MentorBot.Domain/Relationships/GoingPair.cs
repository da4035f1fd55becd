using NodaTime;

namespace MentorBot.Domain.Relationships;

/// <summary>A relationship that goes on.</summary>
public sealed record GoingPair(RelationshipId Id, PersonId Mentee, PersonId Mentor, Instant Begun);
