namespace MentorBot.Domain.Keeping;

/// <summary>What one of the two said last about keeping something, while nothing is shown to them. Stored by name.</summary>
public enum KeepWish
{
    NotSaid,

    /// <summary>They would rather keep nothing. The other may, all the same.</summary>
    Nothing,

    /// <summary>They go on with it later.</summary>
    Later,

    /// <summary>They keep their own for themselves.</summary>
    Mine,
}
