using System.Security.Cryptography;
using MentorBot.Storage.Deciding;
using MentorBot.Storage.Rows;

namespace MentorBot.Storage.Sealing;

/// <summary>
/// Wraps every data key once more, with the current version of the master key, so that an older version can be given up. The data
/// keys stay what they are, and so does all that is sealed under them.
/// </summary>
/// <remarks>
/// It may break off anywhere and be begun again: what is under the current version already is passed over. Every row is changed
/// under its version, so that a key erased meanwhile stays erased; and nothing is written that has not been unwrapped again before.
/// </remarks>
public sealed class KeyRotation(IRowStore store, IRowWalk walk, Decisions decisions, IKeyWrapper wrapper)
{
    private enum Outcome
    {
        Rewrapped,
        Current,
        Erased,
        Gone,
        Closed,
    }

    /// <param name="count">Counts on the way, so that it says how far it came also where it breaks off.</param>
    /// <exception cref="RowStoreUnavailableException">The store or the keeper of the master key is out of reach: do it again.</exception>
    public async Task Run(RotationCount count, CancellationToken cancellationToken)
    {
        var current = await CurrentMasterKey(cancellationToken);
        await foreach (var (partition, row) in walk.All(Table.Keys, cancellationToken))
        {
            if (row.Key != KeyRow.Key)
                continue;
            if (Owner.Parse(partition.Key) is not { } owner)
            {
                count.AddClosed("unknown");
                continue;
            }

            switch (await Rotate(owner, current, cancellationToken))
            {
                case Outcome.Rewrapped:
                    count.Rewrapped++;
                    break;
                case Outcome.Current:
                    count.Current++;
                    break;
                case Outcome.Erased:
                    count.Erased++;
                    break;
                case Outcome.Closed:
                    count.AddClosed(owner.Kind);
                    break;
            }
        }
    }

    /// <summary>Whoever wraps says with what; so bytes that nobody needs are wrapped.</summary>
    private async Task<string> CurrentMasterKey(CancellationToken cancellationToken) =>
        (await wrapper.Wrap(RandomNumberGenerator.GetBytes(DataKey.Size), cancellationToken)).MasterKeyId;

    private async Task<Outcome> Rotate(Owner owner, string current, CancellationToken cancellationToken)
    {
        try
        {
            return await decisions.Run(
                owner.Partition,
                read => store.Get(owner.Partition, KeyRow.Key, read),
                (row, decide) => Decide(owner, row, current, decide),
                cancellationToken);
        }
        catch (SealBrokenException)
        {
            return Outcome.Closed;
        }
    }

    private async ValueTask<Plan<Outcome>> Decide(Owner owner, Row? row, string current, CancellationToken cancellationToken)
    {
        if (row is null)
            return Plan.Nothing(Outcome.Gone);
        if (KeyRow.From(owner, row) is not KeyRow.Living living)
            return Plan.Nothing(Outcome.Erased);
        if (living.Wrapped.MasterKeyId == current)
            return Plan.Nothing(Outcome.Current);

        var key = KeyRow.Proven(owner, living, await wrapper.Unwrap(living.Wrapped, cancellationToken));
        try
        {
            var rewrapped = living with { Wrapped = await wrapper.Wrap(key, cancellationToken) };
            CryptographicOperations.ZeroMemory(await UnwrapAgain(owner, rewrapped, cancellationToken));
            return Plan.Of(Outcome.Rewrapped, new Write.Replace(KeyRow.Key, row.ETag, rewrapped.ToProperties()));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>The one thing that could lose a key for good would be to take a bad wrapping for a good one.</summary>
    private async Task<byte[]> UnwrapAgain(Owner owner, KeyRow.Living rewrapped, CancellationToken cancellationToken)
    {
        try
        {
            return KeyRow.Proven(owner, rewrapped, await wrapper.Unwrap(rewrapped.Wrapped, cancellationToken));
        }
        catch (SealBrokenException unlike)
        {
            throw new MasterKeyUnavailableException("The keeper of the master key did not unwrap what it had just wrapped. Nothing was changed.", unlike);
        }
    }
}
