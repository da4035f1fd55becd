namespace MentorBot.Domain.Scheduling;

/// <summary>What stands in somebody's calendar for a conversation. Stored by name.</summary>
public enum Appearing
{
    /// <summary>With both names, private.</summary>
    Invitation,

    /// <summary>A block of one's own, without the other's name: what everybody has who chose nothing.</summary>
    OwnBlock,

    /// <summary>Nothing at all.</summary>
    Nothing,
}
