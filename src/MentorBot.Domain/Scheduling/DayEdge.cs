namespace MentorBot.Domain.Scheduling;

/// <summary>For whom a time lies at the start or end of their day. Counted, so that it is evened out between the two.</summary>
[Flags]
public enum DayEdge
{
    Nobody = 0,
    Mentee = 1,
    Mentor = 2,
    Both = Mentee | Mentor,
}
