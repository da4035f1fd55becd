namespace MentorBot.Domain.Pulses;

/// <summary>A check-in that may stand in the way of another, with those whom it asked.</summary>
public sealed record Earlier(Pulse Pulse, Audience Audience);
