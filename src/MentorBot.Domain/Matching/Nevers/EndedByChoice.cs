namespace MentorBot.Domain.Matching.Nevers;

/// <summary>One of the two stopped it before, and not both have asked for one another again.</summary>
public sealed class EndedByChoice : Never
{
    public override bool Forbids(Pairing pairing) =>
        pairing.EndedByChoice;
}
