using NodaTime;

namespace MentorBot.Domain.Sessions;

/// <summary>Both were shown times and nobody has chosen. Without a choice nothing is booked, and nobody is asked again.</summary>
/// <param name="RemindAt">The one reminder; null once it is gone out.</param>
public sealed record TimesOpen(Instant Until, Instant? RemindAt)
{
    /// <summary>When they were to talk and will not, because it is to be later; null when nothing was booked.</summary>
    public Instant? InsteadOf { get; init; }
}
