namespace MentorBot.Domain.Agreements;

/// <summary>How often somebody would like to meet. Stored by name.</summary>
public enum HowOften
{
    EveryWeek,
    EveryTwoWeeks,
    EveryMonth,
    WhenOneOfUsAsks,
}
