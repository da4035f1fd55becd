namespace MentorBot.Domain.Matching.Nevers;

/// <summary>Who has left the directory is not asked.</summary>
public sealed class NotHere : Never
{
    public override bool Forbids(Pairing pairing) =>
        pairing.Asked is null;
}
