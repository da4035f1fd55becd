namespace MentorBot.Flows.Scheduling;

/// <summary>How a series goes on.</summary>
public enum HowOften
{
    EveryWeek,
    EveryTwoWeeks,
    EveryMonth,
}
