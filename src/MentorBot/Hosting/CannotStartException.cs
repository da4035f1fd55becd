namespace MentorBot.Hosting;

/// <summary>The bot cannot start, for a reason that the operator can mend; the message says which and how.</summary>
public sealed class CannotStartException(string message) : Exception(message);
