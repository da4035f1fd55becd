namespace MentorBot.Domain.Matching.Nevers;

/// <summary>A link to the daily work, as the directory declares it: on either side is enough.</summary>
public sealed class WorksTogether : Never
{
    public override bool Forbids(Pairing pairing) =>
        pairing.Asking.Person.WorksWith.Contains(pairing.Mentor.Person) || pairing.Asked?.Person.WorksWith.Contains(pairing.Asking.Id) == true;
}
