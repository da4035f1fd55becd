using System.Security.Cryptography;
using MentorBot.Storage.Sealing;

namespace MentorBot.Doctoring;

/// <summary>The master key in a vault: wraps and unwraps a key that is for nothing.</summary>
internal sealed class VaultKeyCheck(Func<IKeyWrapper> keeper) : ICheck
{
    private const int KeySize = 32;

    public string What => "key vault";

    public IEnumerable<string> Needs => [TokenCheck.Vault];

    public async Task<Diagnosis> Look(CancellationToken cancellationToken)
    {
        var key = RandomNumberGenerator.GetBytes(KeySize);
        try
        {
            var wrapped = await keeper().Wrap(key, cancellationToken);
            var unwrapped = await keeper().Unwrap(wrapped, cancellationToken);
            return unwrapped.SequenceEqual(key)
                ? new Diagnosis.Fine($"wrapped and unwrapped with {wrapped.MasterKeyId}.")
                : new Diagnosis.Failed("what was unwrapped is not what was wrapped.", "Do not run the bot with this vault: what it seals would stay closed.");
        }
        catch (SealBrokenException closed)
        {
            return new Diagnosis.Failed(closed.Message, "See that nobody changes the key while this runs, and that it may unwrap as well as wrap.");
        }
    }
}
