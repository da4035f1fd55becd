namespace MentorBot.Domain;

/// <summary>A person of the organisation: the directory's id (in Teams, the Entra object id that the channel vouches for).</summary>
public readonly record struct PersonId(string Value)
{
    /// <summary>In characters; no directory has a longer id, and a storage key has room for it.</summary>
    public const int Longest = 64;

    public override string ToString() => Value;
}
