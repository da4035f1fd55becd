namespace MentorBot.Flows.Scheduling;

/// <summary>How far apart the conversations of a series are.</summary>
public enum Spacing
{
    EveryWeek,
    EveryTwoWeeks,
    EveryMonth,
}
