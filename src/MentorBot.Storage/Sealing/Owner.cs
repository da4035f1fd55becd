using MentorBot.Domain;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Sealing;

/// <summary>
/// Whose data key words are sealed under. Erasing an owner's key makes everything sealed under it unreadable at once,
/// wherever it lies, backups included.
/// </summary>
public sealed record Owner
{
    private Owner(TenantId tenant, string kind, string? id = null)
    {
        string[] parts = id is null ? [tenant.Value, kind] : [tenant.Value, kind, id];
        if (parts.Any(part => string.IsNullOrEmpty(part) || part.Contains('|', StringComparison.Ordinal)))
            throw new ArgumentException("The parts of an owner's key are not empty and contain no \"|\", so that no two owners share a key.");
        Key = string.Join('|', parts.Select(KeyText.Of));
        Kind = kind;
        Id = id;
    }

    /// <summary>The partition key in the Keys table, such as "contoso|person|ana.lima" or "contoso|tenant".</summary>
    public string Key { get; }

    /// <summary>"person", "relationship", "pulse" or "tenant".</summary>
    public string Kind { get; }

    /// <summary>Null for the tenant itself.</summary>
    public string? Id { get; }

    internal Partition Partition => new(Table.Keys, Key);

    /// <summary>For what one person wrote for themselves, or shows to others as they choose.</summary>
    public static Owner Person(TenantId tenant, PersonId person) => new(tenant, "person", person.Value);

    /// <summary>For what the two of one relationship share.</summary>
    public static Owner Relationship(TenantId tenant, string relationship) => new(tenant, "relationship", relationship);

    /// <summary>For what is added up of one check-in, until it is closed.</summary>
    public static Owner Pulse(TenantId tenant, string pulse) => new(tenant, "pulse", pulse);

    /// <summary>For what a decision over many people has to read at once, so that it unwraps one key.</summary>
    public static Owner Tenant(TenantId tenant) => new(tenant, "tenant");

    /// <summary>The owner with this key; null where it is none that the other members make.</summary>
    public static Owner? Parse(string key)
    {
        var owner = key.Split('|') switch
        {
            [{ Length: > 0 } tenant, "tenant"] when IsWritten(tenant) => Tenant(new(KeyText.Back(tenant))),
            [{ Length: > 0 } tenant, "person" or "relationship" or "pulse", { Length: > 0 } id] parts when IsWritten(tenant) && IsWritten(id) =>
                new Owner(new(KeyText.Back(tenant)), parts[1], KeyText.Back(id)),
            _ => null,
        };
        return owner;
    }

    public override string ToString() => Key;

    private static bool IsWritten(string part)
    {
        try
        {
            return KeyText.Back(part) is var text && !text.Contains('|', StringComparison.Ordinal) && KeyText.Of(text) == part;
        }
        catch (Exception other) when (other is FormatException or ArgumentException)
        {
            return false;
        }
    }
}
