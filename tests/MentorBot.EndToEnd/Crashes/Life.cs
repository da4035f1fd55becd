using MentorBot.Storage.Rows;

namespace MentorBot.EndToEnd.Crashes;

/// <summary>The life of one bot. Once it is over, neither its rows nor the connector hear of it again.</summary>
internal sealed class Life
{
    private volatile bool isOver;
    private volatile bool isBeingBroughtToRest;

    public bool IsOver => isOver;

    /// <summary>Works off what is due, rather than answering somebody.</summary>
    public bool IsBeingBroughtToRest
    {
        get => isBeingBroughtToRest;
        set => isBeingBroughtToRest = value;
    }

    public void End() => isOver = true;

    public void MustLast()
    {
        if (isOver)
            throw new RowStoreUnavailableException("This bot is dead.");
    }
}
