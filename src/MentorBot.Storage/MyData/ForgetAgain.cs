using MentorBot.Domain;
using MentorBot.Domain.MyData;
using MentorBot.Domain.Programme;
using MentorBot.Storage.Sealing;

namespace MentorBot.Storage.MyData;

/// <summary>
/// Carries out once more what was erased after the backup that a store was put back from. A person is forgotten once more when
/// the bot runs, key and all, since what others wait for is settled with that key; every other key goes at once.
/// </summary>
public sealed class ForgetAgain(DataKeys keys, IForgetting forgetting, MentoringProgramme programme)
{
    /// <summary>May be repeated, and does nothing in a store that has seen this erasure.</summary>
    /// <returns>Whether there was something to erase.</returns>
    public async Task<bool> Run(ErasedOwner erased, CancellationToken cancellationToken)
    {
        var (owner, at) = (erased.Owner, erased.At);
        PersonId? person = owner.Id is { } id && owner == Owner.Person(programme.Tenant, new(id)) ? new PersonId(id) : null;
        if (person is { } back && !await keys.KnowsErasure(owner, at, cancellationToken))
        {
            await forgetting.Begin(back, cancellationToken);
            return true;
        }

        // A tombstone of a person: their forgetting had begun, and is gone on with.
        var isErased = await keys.EraseAgain(owner, at, cancellationToken);
        if (person is { } gone && await keys.IsErased(owner, cancellationToken))
            await forgetting.Begin(gone, cancellationToken);
        return isErased;
    }
}
