using MentorBot.Adapters.AzureStorage;
using MentorBot.Adapters.Identity;
using MentorBot.Settings;

namespace MentorBot.Doctoring;

/// <summary>What is configured. Settings that are wrong do not come so far.</summary>
internal sealed class SettingsCheck(BotSettings settings) : ICheck
{
    public string What => "settings";

    public Task<Diagnosis> Look(CancellationToken cancellationToken)
    {
        var services = settings.Services;
        var identity = services.App switch
        {
            null => "no bot app id, so this machine only",
            AppIdentity.Managed app => $"managed identity {app.ClientId}",
            AppIdentity.WithPassword app => $"app {app.ClientId} of tenant {app.TenantId}, by client secret",
            AppIdentity.WithCertificate app => $"app {app.ClientId} of tenant {app.TenantId}, by certificate {app.Path}",
            var other => throw new InvalidOperationException(other.GetType().Name),
        };
        var rows = services.Storage switch
        {
            null => $"the folder {settings.DataFolder}",
            StorageAccount.ByIdentity account => $"{account.Tables.Host} and {account.Queues.Host}",
            _ => "a storage account by connection string",
        };
        return Task.FromResult<Diagnosis>(new Diagnosis.Fine(
            $"identity: {identity}; storage: {rows}; master key: {services.MasterKey?.AbsoluteUri ?? "key file"}; "
            + $"people: {(services.DirectoryInGraph ? "Microsoft Graph" : "CSV file")}; calendars: {(services.CalendarsInGraph ? "Microsoft Graph" : "folder")}."));
    }
}
