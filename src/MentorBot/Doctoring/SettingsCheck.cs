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
        var seen = $"identity: {identity}; storage: {rows}; master key: {services.MasterKey?.AbsoluteUri ?? "key file"}; "
            + $"people: {(services.DirectoryInGraph ? "Microsoft Graph" : "CSV file")}; calendars: {(services.CalendarsInGraph ? "Microsoft Graph" : "folder")}.";
        return Task.FromResult<Diagnosis>(settings.Samples.IsEmpty
            ? new Diagnosis.Fine(seen)
            : new Diagnosis.Doubtful(seen, $"Still those of the sample organisation: {string.Join(", ", settings.Samples)}. Set them to your own before people come."));
    }
}
