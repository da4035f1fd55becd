namespace Microsoft.Bot.Builder.Dialogs;

public enum DialogTurnStatus
{
    /// <summary>There is nothing on the stack.</summary>
    Empty,

    /// <summary>A dialog waits for the next activity.</summary>
    Waiting,

    /// <summary>The last dialog ended.</summary>
    Complete,

    /// <summary>All dialogs were cancelled.</summary>
    Cancelled,

    /// <summary>A dialog ended, and its parent waits.</summary>
    CompleteAndWait,
}
