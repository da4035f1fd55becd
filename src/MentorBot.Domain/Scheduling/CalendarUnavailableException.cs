namespace MentorBot.Domain.Scheduling;

/// <summary>A calendar could not be written just now.</summary>
public sealed class CalendarUnavailableException(string message, Exception? cause = null) : OutageException(message, cause);
