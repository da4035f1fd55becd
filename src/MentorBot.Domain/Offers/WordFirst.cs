using NodaTime;

namespace MentorBot.Domain.Offers;

/// <summary>A coordinator would like a word before confirming.</summary>
/// <param name="By">When the person offering will have been written to.</param>
public sealed record WordFirst(OpenPoint About, Instant By);
