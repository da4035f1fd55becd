namespace MentorBot.Domain;

/// <summary>A person of the organisation: the directory's id (in Teams, the Entra object id that the channel vouches for).</summary>
public readonly record struct PersonId(string Value)
{
    public override string ToString() => Value;
}
