using MentorBot.Domain.Relationships;
using NodaTime;

namespace MentorBot.Domain.Evaluations;

/// <summary>What somebody sent about one relationship, until it is shown or taken back.</summary>
/// <param name="Revision">Counts how often they changed it, from 1.</param>
/// <param name="Sent">When they did last.</param>
/// <param name="EraseAt">When it is erased if it was not shown by then: when what the two kept is erased, as it was known when they sent it.</param>
public sealed record Waiting(PersonId Person, RelationshipId About, int Revision, Instant Sent, Instant EraseAt, LookBack Words);
