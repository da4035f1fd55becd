using NodaTime;

namespace MentorBot.Domain.Pulses;

/// <summary>What a coordinator chose for a check-in.</summary>
/// <param name="Group">One of the programme's standing groups; null for everyone.</param>
/// <param name="ClosesOn">At the end of this day.</param>
/// <param name="RepeatWeeks">6, 8 or 12, the next form each time; null for once.</param>
public sealed record PulsePlan(PulseForm Form, string? Group, LocalDate ClosesOn, int? RepeatWeeks);
