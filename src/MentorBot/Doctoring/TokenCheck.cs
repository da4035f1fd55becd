using MentorBot.Adapters.Identity;

namespace MentorBot.Doctoring;

/// <summary>Whether the bot gets its token for one of the services.</summary>
internal sealed class TokenCheck(string what, AppIdentity app, Func<CancellationToken, Task<SignIn>> get) : ICheck
{
    public const string Teams = "token for Teams";
    public const string Storage = "token for storage";
    public const string Vault = "token for the key vault";
    public const string Graph = "token for Graph";

    public string What => what;

    public async Task<Diagnosis> Look(CancellationToken cancellationToken) => await get(cancellationToken) switch
    {
        SignIn.Good => new Diagnosis.Fine("there is one."),
        SignIn.Refused("7000215") => Failed("AADSTS7000215", "the client secret is wrong", "Put the value of the secret into MicrosoftAppPassword: its value, not its id; the portal shows it only once, so make a new one if need be."),
        SignIn.Refused("7000222") => Failed("AADSTS7000222", "the client secret has expired", "Make a new one under Certificates & secrets of the app registration, and put its value into MicrosoftAppPassword."),
        SignIn.Refused("700016") => Failed("AADSTS700016", "there is no such app in that tenant", "See that MicrosoftAppId and MicrosoftAppTenantId belong together; a bot of one tenant is SingleTenant in MicrosoftAppType."),
        SignIn.Refused("90002") => Failed("AADSTS90002", "there is no such tenant", "Put the tenant's id into MicrosoftAppTenantId: Entra ID, Overview, Tenant ID."),
        SignIn.Refused("700027") => Failed("AADSTS700027", "the certificate is not that of the app, or has expired", "Upload its public half under Certificates & secrets of the app registration, or name another file in MicrosoftAppCertificate."),
        SignIn.Refused("500011") => Failed("AADSTS500011", "the tenant does not know this service", "See that the address of the service in the settings is right, and of the same cloud as the tenant."),
        SignIn.Refused({ } number) => Failed($"AADSTS{number}", "Entra ID refused", $"Look the number up under https://login.microsoftonline.com/error?code={number}, and at the settings that begin with MicrosoftApp."),
        SignIn.Refused => new Diagnosis.Failed("whoever gives tokens refused, without a reason that is known here.", "Look at the settings that begin with MicrosoftApp, and at Identity:Authority."),
        SignIn.NoCertificate => new Diagnosis.Failed("the certificate could not be used.", "MicrosoftAppCertificate must name a file that this account may read, with certificate and private key: PEM, or PFX without a password."),
        SignIn.NoManagedIdentity => new Diagnosis.Failed(
            $"this machine has no managed identity {app.ClientId}.",
            "Run this where the bot runs, in Azure; assign the identity to that app; MicrosoftAppId is the identity's client id. Elsewhere, take SingleTenant."),
        SignIn.OutOfReach => new Diagnosis.Failed("nobody answered who gives tokens.", "Let this machine reach the address in Identity:Authority (left empty: login.microsoftonline.com) over https."),
        var other => throw new InvalidOperationException(other.GetType().Name),
    };

    private static Diagnosis.Failed Failed(string code, string happened, string advice) => new($"{happened} ({code}).", advice);
}
