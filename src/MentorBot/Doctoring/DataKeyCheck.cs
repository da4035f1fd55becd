using MentorBot.Storage.Rows;
using MentorBot.Storage.Sealing;

namespace MentorBot.Doctoring;

/// <summary>Whether the master key is the one that the data was sealed with: unwraps one data key, whichever comes first.</summary>
/// <param name="needs">The checks of the rows and of the master key.</param>
internal sealed class DataKeyCheck(Func<IRowWalk> walk, Func<IKeyWrapper> keeper, params string[] needs) : ICheck
{
    public string What => "data keys";

    public IEnumerable<string> Needs => needs;

    public async Task<Diagnosis> Look(CancellationToken cancellationToken)
    {
        if (await StoredKey.First(walk(), cancellationToken) is not { } stored)
            return new Diagnosis.Fine("none is stored yet.");
        try
        {
            await stored.Try(keeper(), cancellationToken);
            return new Diagnosis.Fine("one of them was unwrapped.");
        }
        catch (SealBrokenException closed)
        {
            return new Diagnosis.Failed(
                closed.Message,
                "It seems that this master key is not the one the data was sealed with. Stop the bot, put the right one in place from its backup, and keep this one too: what was sealed with it since opens with it alone. Nothing was changed.");
        }
    }
}
