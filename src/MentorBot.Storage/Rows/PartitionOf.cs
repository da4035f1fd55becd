using MentorBot.Domain;

namespace MentorBot.Storage.Rows;

/// <summary>Which partition something lies in. Whatever belongs to somebody begins with the tenant.</summary>
public static class PartitionOf
{
    public static Partition Person(TenantId tenant, PersonId person) => new(Table.People, $"{KeyText.Of(tenant.Value)}|{KeyText.Of(person.Value)}");

    public static Partition Matching(TenantId tenant) => new(Table.Matching, KeyText.Of(tenant.Value));

    public static Partition Relationship(TenantId tenant, string relationship) => new(Table.Relationships, $"{KeyText.Of(tenant.Value)}|{KeyText.Of(relationship)}");

    /// <summary>Who goes on now, the whole tenant at once.</summary>
    public static Partition Going(TenantId tenant) => new(Table.Relationships, KeyText.Of(tenant.Value));

    /// <summary>All check-ins.</summary>
    public static Partition Pulses(TenantId tenant) => new(Table.Pulses, KeyText.Of(tenant.Value));

    /// <summary>What there is of one check-in until its result is out.</summary>
    public static Partition Pulse(TenantId tenant, string pulse) => new(Table.Pulses, $"{KeyText.Of(tenant.Value)}|{KeyText.Of(pulse)}");

    /// <summary>Which roster stands, and who was asked because of one.</summary>
    public static Partition Roster(TenantId tenant) => new(Table.Roster, KeyText.Of(tenant.Value));

    /// <summary>The lines of one version of the roster.</summary>
    public static Partition RosterLines(TenantId tenant, string version) => new(Table.Roster, $"{KeyText.Of(tenant.Value)}|{KeyText.Of(version)}");

    /// <param name="linkHash">Of the secret in the link, by which whose file it is is found.</param>
    public static Partition Download(TenantId tenant, string linkHash) => new(Table.Downloads, $"{KeyText.Of(tenant.Value)}|{KeyText.Of(linkHash)}");

    /// <summary>What people wrote to the questions at the end: what waits, and what is shown.</summary>
    public static Partition Evaluations(TenantId tenant) => new(Table.Evaluations, KeyText.Of(tenant.Value));

    /// <summary>The id behind the tenant: whose partition it is; the tenant itself where it is the tenant's.</summary>
    public static string Home(Partition partition) => KeyText.Back(partition.Key[(partition.Key.IndexOf('|', StringComparison.Ordinal) + 1)..]);
}
