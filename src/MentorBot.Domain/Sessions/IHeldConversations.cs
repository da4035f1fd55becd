namespace MentorBot.Domain.Sessions;

/// <summary>How many conversations there were, all together. Between whom is not told.</summary>
public interface IHeldConversations
{
    /// <summary>The last whole month, in the zone of the first coordinator: it does not move while one looks.</summary>
    Task<HeldInMonth> LastMonth(CancellationToken cancellationToken);
}
