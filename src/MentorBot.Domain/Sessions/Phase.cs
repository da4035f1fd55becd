namespace MentorBot.Domain.Sessions;

/// <summary>The four phases of a conversation, in their order. Stored by name.</summary>
public enum Phase
{
    Review,
    Learn,
    Apply,
    Reflect,
}
