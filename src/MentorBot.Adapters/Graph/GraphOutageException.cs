namespace MentorBot.Adapters.Graph;

internal sealed class GraphOutageException(string message) : Exception(message);
