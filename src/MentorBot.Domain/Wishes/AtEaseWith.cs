namespace MentorBot.Domain.Wishes;

/// <summary>Whose work one would like the other's to resemble. Stored by name.</summary>
public enum AtEaseWith
{
    WorkLikeMine,
    DifferentWork,
    Anyone,
}
