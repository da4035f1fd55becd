using Azure.Core;
using Azure.Identity;
using MentorBot.Adapters.Network;
using Microsoft.Extensions.DependencyInjection;

namespace MentorBot.Adapters.Identity;

/// <summary>Where the bot's tokens come from: one credential for the storage account, the key vault and Microsoft Graph, and the bot's tokens for Teams.</summary>
public static class AppCredential
{
    /// <summary>The tenant that all bots registered for many tenants share.</summary>
    private const string TenantOfManyTenantBots = "botframework.com";

    private static readonly Uri[] OfMicrosoft = [AzureAuthorityHosts.AzurePublicCloud, AzureAuthorityHosts.AzureGovernment, AzureAuthorityHosts.AzureChina];

    /// <summary>A <see cref="TokenCredential"/> for services, and <see cref="BotTokens"/>. Needs a <see cref="ServiceNetwork"/> and a <see cref="TimeProvider"/>.</summary>
    /// <param name="authority">Who gives the tokens; an https address. A managed identity asks this machine instead.</param>
    public static IServiceCollection AddAppCredential(this IServiceCollection services, AppIdentity app, Uri authority)
    {
        services.AddSingleton(provider => For(app, authority, provider.GetRequiredService<ServiceNetwork>(), provider.GetRequiredService<TimeProvider>()));
        return services.AddSingleton(provider => new BotTokens(app.IsMultiTenant
            ? ForTeams(app, authority, provider.GetRequiredService<ServiceNetwork>(), provider.GetRequiredService<TimeProvider>())
            : provider.GetRequiredService<TokenCredential>()));
    }

    /// <summary>The app in its own tenant.</summary>
    public static TokenCredential For(AppIdentity app, Uri authority, ServiceNetwork network, TimeProvider time) => new SharedCredential(Of(app, authority, network), time);

    /// <summary>The app where Teams expects it.</summary>
    internal static TokenCredential ForTeams(AppIdentity app, Uri authority, ServiceNetwork network, TimeProvider time) => For(
        app switch
        {
            AppIdentity.WithPassword { IsMultiTenant: true } password => password with { TenantId = TenantOfManyTenantBots },
            AppIdentity.WithCertificate { IsMultiTenant: true } certificate => certificate with { TenantId = TenantOfManyTenantBots },
            _ => app,
        },
        authority,
        network,
        time);

    private static TokenCredential Of(AppIdentity app, Uri authority, ServiceNetwork network)
    {
        // Whether an authority of one's own is genuine cannot be asked of Microsoft; that it is meant, the settings say.
        var isOwn = !OfMicrosoft.Any(known => known.Host == authority.Host);
        return app switch
        {
            AppIdentity.Managed managed => new ManagedIdentityCredential(
                new ManagedIdentityCredentialOptions(ManagedIdentityId.FromUserAssignedClientId(managed.ClientId)) { Transport = network.Transport() }),
            AppIdentity.WithPassword password => new ClientSecretCredential(
                password.TenantId, password.ClientId, password.Password.Reveal(),
                new ClientSecretCredentialOptions { AuthorityHost = authority, DisableInstanceDiscovery = isOwn, Transport = network.Transport() }),
            AppIdentity.WithCertificate certificate => new ClientCertificateCredential(
                certificate.TenantId, certificate.ClientId, certificate.Path,
                new ClientCertificateCredentialOptions { AuthorityHost = authority, DisableInstanceDiscovery = isOwn, Transport = network.Transport() }),
            _ => throw new InvalidOperationException(),
        };
    }
}
