using MentorBot.Hosting;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;

namespace MentorBot.Doctoring;

/// <summary>The rows on this machine. Where there are none yet, none are made.</summary>
internal sealed class FolderCheck(string folder, Func<IRowStore> store, Func<Decisions> decisions) : ICheck
{
    public string What => "rows";

    public IEnumerable<string> Needs => [KeyFileCheck.Name];

    public async Task<Diagnosis> Look(CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, AdapterServices.Rows);
        if (!File.Exists(file))
            return NewFolder.Obstacle(folder) ?? new Diagnosis.Fine($"there are none yet in {folder}; the bot makes {AdapterServices.Rows} at its first start.");
        return await RowsProbe.WriteReadAndRemove(store(), decisions(), cancellationToken)
            ? new Diagnosis.Fine($"a row was written to {file}, read and removed.")
            : new Diagnosis.Failed($"a row that was written to {file} was not there.", "Put the file back from a backup.");
    }
}
