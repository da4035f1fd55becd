namespace MentorBot.Domain.Profiles;

/// <summary>
/// Where somebody is in a conversation of several steps. Ids only, nothing that anybody wrote; it may be lost at any time, for
/// what has been decided stands elsewhere.
/// </summary>
public interface IConversationStates
{
    Task<string?> Find(string key, CancellationToken cancellationToken);

    /// <param name="json">Null removes it.</param>
    Task Put(string key, string? json, CancellationToken cancellationToken);
}
