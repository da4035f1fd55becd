namespace MentorBot.Domain.Keeping;

/// <summary>One person's side of what two people keep.</summary>
/// <param name="Draft">Not shown: theirs alone.</param>
/// <param name="Shown">The last that they showed; the other may read it.</param>
/// <param name="FineWith">The number of the text of which they said that it is fine; 0 for none.</param>
/// <param name="MayTakeAlong">Whether the other may take the shared text along later, as far as it is theirs to say. It takes both.</param>
/// <param name="Card">Counts their cards about it, from 1: when something is asked of them anew they get a new one, and the one before says so.</param>
public sealed record Share(PersonId Person, KeepWish Wish, Written? Draft, Written? Shown, int FineWith, bool MayTakeAlong, int Card)
{
    public static Share Of(PersonId person) => new(person, KeepWish.NotSaid, null, null, 0, false, 1);

    /// <summary>Something of their own would be lost, were it not kept for them.</summary>
    public bool HasOwn => Draft is not null || Shown is not null || Wish is KeepWish.Later or KeepWish.Mine;
}
