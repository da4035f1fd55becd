namespace MentorBot.Domain.Pulses;

/// <summary>What one person answered about one relationship of theirs.</summary>
/// <param name="IsLonger">Whether the relationship had lasted half a year when the check-in began.</param>
public readonly record struct Answered(PulseRole Role, bool IsLonger, Answers Answers);
