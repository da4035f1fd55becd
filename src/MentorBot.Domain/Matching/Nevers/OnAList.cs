namespace MentorBot.Domain.Matching.Nevers;

/// <summary>One of the two would rather not be introduced to the other.</summary>
public sealed class OnAList : Never
{
    public override bool Forbids(Pairing pairing) =>
        pairing.Request.Form.NotThese.Includes(pairing.Mentor.Person) || pairing.Mentor.Offers?.NotThese.Includes(pairing.Asking.Id) == true;
}
