namespace MentorBot.Domain.Offers;

/// <summary>Where one likes to meet. Stored by name.</summary>
public enum WayOfMeeting
{
    Teams,
    SameRoom,
    WalkOrPhone,
    Any,
}
