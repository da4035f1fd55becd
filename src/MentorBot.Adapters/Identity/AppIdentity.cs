namespace MentorBot.Adapters.Identity;

/// <summary>As whom the bot signs in, in Teams, in the storage account, in the key vault and in Microsoft Graph alike.</summary>
/// <param name="ClientId">The bot's app id.</param>
public abstract record AppIdentity(string ClientId)
{
    /// <summary>Registered for many tenants: its tokens for Teams come from a tenant that all such bots share. Everything else is in its own.</summary>
    public bool IsMultiTenant { get; init; }

    /// <summary>A user-assigned managed identity: nothing to keep secret, nothing that expires.</summary>
    public sealed record Managed(string ClientId) : AppIdentity(ClientId);

    /// <param name="TenantId">The tenant of the app registration.</param>
    /// <param name="Password">A client secret.</param>
    public sealed record WithPassword(string ClientId, string TenantId, Secret Password) : AppIdentity(ClientId);

    /// <param name="TenantId">The tenant of the app registration.</param>
    /// <param name="Path">A file with certificate and private key, PEM or PFX without a password.</param>
    public sealed record WithCertificate(string ClientId, string TenantId, string Path) : AppIdentity(ClientId);
}
