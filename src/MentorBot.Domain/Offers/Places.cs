namespace MentorBot.Domain.Offers;

/// <summary>How many people at a time. Stored by name.</summary>
public enum Places
{
    One,
    Two,
    Three,

    /// <summary>One conversation with one person at a time, and nothing longer.</summary>
    SingleConversations,
}

public static class PlacesCount
{
    /// <summary>The people at a time that this allows.</summary>
    public static int Count(this Places places) => places switch
    {
        Places.Two => 2,
        Places.Three => 3,
        _ => 1,
    };
}
