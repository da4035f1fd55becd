using MentorBot.Adapters.Embedded;
using MentorBot.Hosting;

namespace MentorBot.Doctoring;

/// <summary>The master key in a file: whether it is there beside the rows, whole, and for this account alone. None is made.</summary>
internal sealed class KeyFileCheck(string folder) : ICheck
{
    public const string Name = "key file";

    public string What => Name;

    public Task<Diagnosis> Look(CancellationToken cancellationToken)
    {
        var path = Path.Combine(folder, AdapterServices.Key);
        return Task.FromResult(File.Exists(path) || File.Exists(Path.Combine(folder, AdapterServices.Rows))
            ? Open(path)
            : NewFolder.Obstacle(folder) ?? new Diagnosis.Fine($"there is none in {folder}; where nothing is sealed yet, the bot makes it when it starts."));
    }

    private static Diagnosis Open(string path)
    {
        switch (KeyFile.Open(path))
        {
            case KeyFileOpening.Opened opened:
                opened.KeyFile.Dispose();
                return new Diagnosis.Fine($"{path} is whole, and for this account alone. Back it up, apart from the data.");
            case KeyFileOpening.Refused refused:
                return new Diagnosis.Failed(refused.Reason, "Keep what is in the file, and make no new one: nothing that is sealed would open.");
            case var other:
                throw new InvalidOperationException(other.GetType().Name);
        }
    }
}
