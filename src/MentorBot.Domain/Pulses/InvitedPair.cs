namespace MentorBot.Domain.Pulses;

/// <summary>Two people who are both invited.</summary>
/// <param name="IsLonger">Whether they had been together for half a year when the check-in began.</param>
public readonly record struct InvitedPair(PersonId Mentee, PersonId Mentor, bool IsLonger)
{
    public PersonId In(PulseRole role) => role == PulseRole.Mentee ? Mentee : Mentor;
}
