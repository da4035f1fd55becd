namespace MentorBot.Domain.Requests;

/// <summary>How pressing it is. Stored by name.</summary>
public enum HowSoon
{
    ThisWeek,
    NextWeeks,
    NoHurry,
}
