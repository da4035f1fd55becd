using MentorBot.Domain.Relationships;

namespace MentorBot.Domain.Pulses;

/// <summary>One person is asked about one relationship of theirs.</summary>
/// <param name="Other">With whom.</param>
/// <param name="Given">What they answered so far; null for nothing.</param>
public sealed record Invitation(Pulse Pulse, RelationshipId About, PersonId Person, PersonId Other, PulseRole Role, bool IsLonger, Answers? Given);
