namespace MentorBot.Rehearsal;

/// <summary>Something did not happen as the rehearsal says it should; the message is written to be read by whoever has to find out why.</summary>
public sealed class RehearsalException(string message) : Exception(message);
