namespace MentorBot.Domain;

/// <summary>The organisation whose bot this is: the tenant id that the channel vouches for.</summary>
public readonly record struct TenantId(string Value)
{
    public override string ToString() => Value;
}
