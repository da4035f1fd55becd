using MentorBot.Domain.Matching;

namespace MentorBot.Domain.Tests.Matching;

/// <summary>Somebody of a random town, before it is said who asks.</summary>
internal sealed record Candidate(Mentor Mentor, Colleague? Asked, bool EndedByChoice, bool AsPeer);
