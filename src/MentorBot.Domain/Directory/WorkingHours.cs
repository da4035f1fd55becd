using NodaTime;

namespace MentorBot.Domain.Directory;

/// <summary>Usual working hours in the person's own zone, on Monday to Friday. An end before the start reaches past midnight.</summary>
public sealed record WorkingHours(LocalTime Start, LocalTime End);
