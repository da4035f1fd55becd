using MentorBot.Adapters.AzureStorage;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;

namespace MentorBot.Doctoring;

/// <summary>The rows in a storage account: whether the tables are there, or can be made, and rows be written, read and removed.</summary>
internal sealed class TablesCheck(StorageAccount account, Func<IRowStore> store, Func<Decisions> decisions) : ICheck
{
    public const string Name = "tables";

    public string What => Name;

    public IEnumerable<string> Needs => account is StorageAccount.ByIdentity ? [TokenCheck.Storage] : [];

    public async Task<Diagnosis> Look(CancellationToken cancellationToken) =>
        await RowsProbe.WriteReadAndRemove(await Task.Run(store, cancellationToken), decisions(), cancellationToken)
            ? new Diagnosis.Fine("a row was written, read and removed.")
            : new Diagnosis.Failed("a row that was written was not there.", "See whether somebody else empties these tables.");
}
