using MentorBot.Domain.Requests;

namespace MentorBot.Domain.Matching;

/// <summary>A question that waits for somebody's answer: who asks, and by which request.</summary>
public readonly record struct AskedFor(MatchId Match, PersonId By, RequestId Request);
