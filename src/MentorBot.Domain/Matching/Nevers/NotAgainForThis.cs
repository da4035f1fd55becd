namespace MentorBot.Domain.Matching.Nevers;

/// <summary>With them this request did not come about before, or they were not wanted for it.</summary>
public sealed class NotAgainForThis : Never
{
    public override bool Forbids(Pairing pairing) =>
        pairing.Request.NotAgain.Contains(pairing.Mentor.Person);
}
