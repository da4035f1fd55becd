namespace MentorBot.Domain.Closing;

/// <summary>What became of a suggestion. Stored by name.</summary>
public enum StretchState
{
    Open,

    Agreed,

    /// <summary>Declined, or nobody said so: nobody can tell which.</summary>
    Not,
}
