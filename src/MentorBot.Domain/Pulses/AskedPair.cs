using MentorBot.Domain.Relationships;

namespace MentorBot.Domain.Pulses;

/// <summary>A relationship whose two people are asked about it.</summary>
/// <param name="IsLonger">Whether it had lasted half a year when the check-in began.</param>
public sealed record AskedPair(RelationshipId About, PersonId Mentee, PersonId Mentor, bool IsLonger)
{
    public InvitedPair Invited => new(Mentee, Mentor, IsLonger);

    public PersonId OtherThan(PersonId person) => person == Mentee ? Mentor : Mentee;
}
