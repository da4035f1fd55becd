namespace MentorBot.Domain;

/// <summary>Who is acting: always whom the channel vouches for, never what a card says.</summary>
public sealed record Actor(TenantId Tenant, PersonId Person);
