namespace MentorBot.Domain.Offers;

/// <summary>What a coordinator checks; never how good somebody is. Stored by name.</summary>
public enum OpenPoint
{
    Time,
    OwnWish,
    TryOut,
}
