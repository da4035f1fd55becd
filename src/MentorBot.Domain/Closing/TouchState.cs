namespace MentorBot.Domain.Closing;

/// <summary>What became of a wish to stay in touch. Stored by name.</summary>
public enum TouchState
{
    Open,

    Agreed,

    /// <summary>Declined, or nobody said so: nobody can tell which.</summary>
    Not,
}
