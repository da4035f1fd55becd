namespace MentorBot.Domain.Matching.Nevers;

/// <summary>Nobody talks with themselves.</summary>
public sealed class Oneself : Never
{
    public override bool Forbids(Pairing pairing) =>
        pairing.Asking.Id == pairing.Mentor.Person;
}
