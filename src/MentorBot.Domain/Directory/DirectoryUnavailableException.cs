namespace MentorBot.Domain.Directory;

/// <summary>The directory could not be asked just now. Nobody is taken for unknown because of it.</summary>
public sealed class DirectoryUnavailableException(string message) : OutageException(message);
