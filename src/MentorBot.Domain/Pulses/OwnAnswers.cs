using MentorBot.Domain.Relationships;
using NodaTime;

namespace MentorBot.Domain.Pulses;

/// <summary>What somebody answered in a check-in that is closed, for themselves alone.</summary>
public sealed record OwnAnswers(PulseId Pulse, PulseForm Form, Instant At, RelationshipId About, PersonId Other, Answers Answers);
