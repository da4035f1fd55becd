using MentorBot.Adapters.Embedded;
using MentorBot.Hosting;

namespace MentorBot.Doctoring;

/// <summary>The master key in a file: whether it is there beside the rows, whole, and for this account alone. None is made.</summary>
/// <param name="rowsAreElsewhere">Whether rows may be there without lying beside the key.</param>
internal sealed class KeyFileCheck(string folder, bool rowsAreElsewhere) : ICheck
{
    public const string Name = "key file";

    public string What => Name;

    public Task<Diagnosis> Look(CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, AdapterServices.Key);
        return Task.FromResult(File.Exists(path) || File.Exists(Path.Combine(folder, AdapterServices.Rows)) ? Open(path) : NotYet());
    }

    private Diagnosis NotYet()
    {
        var happened = $"there is none yet in {folder}; the bot makes it at its first start.";
        return rowsAreElsewhere
            ? new Diagnosis.Doubtful(happened, "If the storage account has rows of a bot already, put the key file back that belongs to them before it starts: a new one opens none of them.")
            : new Diagnosis.Fine(happened);
    }

    private static Diagnosis Open(string path)
    {
        switch (KeyFile.Open(path))
        {
            case KeyFileOpening.Opened opened:
                opened.KeyFile.Dispose();
                return new Diagnosis.Fine($"{path} is whole, and for this account alone. Back it up, apart from the data.");
            case KeyFileOpening.Refused refused:
                return new Diagnosis.Failed(refused.Reason, "Whatever you do, keep the file as it is, and make no new one: nothing that is sealed would open.");
            case var other:
                throw new InvalidOperationException(other.GetType().Name);
        }
    }
}
