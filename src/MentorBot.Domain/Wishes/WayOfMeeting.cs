namespace MentorBot.Domain.Wishes;

/// <summary>Where one likes to meet. Stored by name.</summary>
public enum WayOfMeeting
{
    Teams,
    SameRoom,
    WalkOrPhone,
    Any,
}
