namespace MentorBot.Domain.Pulses;

/// <summary>As whom somebody answers. Stored by name.</summary>
public enum PulseRole
{
    Mentee,
    Mentor,
}
