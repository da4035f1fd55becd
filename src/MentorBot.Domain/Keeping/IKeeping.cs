using MentorBot.Domain.Relationships;

namespace MentorBot.Domain.Keeping;

/// <summary>Where it is kept what two people choose to keep: what they share under the relationship's key, what is one's own under one's own.</summary>
public interface IKeeping
{
    /// <summary>The pair (null when it is not there any more), also when it has ended; and what there is about keeping something of this conversation.</summary>
    Task<(Relationship? Pair, Keep? Keep)> Find(RelationshipId id, int number, CancellationToken cancellationToken);

    /// <param name="decide">Pure; asked again when somebody else was faster, or the relationship changed meanwhile.</param>
    Task<KeepOutcome> Decide(RelationshipId id, int number, Func<Relationship?, Keep?, Decision<Keep, KeepOutcome>> decide, CancellationToken cancellationToken);

    /// <summary>What this person has for themselves alone; nothing, where there is nothing.</summary>
    Task<OwnLines> Own(PersonId person, RelationshipId id, int number, CancellationToken cancellationToken);

    Task<OwnLinesOutcome> DecideOwn(
        PersonId person, RelationshipId id, int number, Func<OwnLines, Decision<OwnLines, OwnLinesOutcome>> decide, CancellationToken cancellationToken);

    /// <summary>
    /// After it is over: brings what is each one's own to where it is theirs alone, each one's shared notes, too. Where nobody wanted to
    /// keep anything, the notes of that time go. May be repeated; nothing is lost wherever it is cut short.
    /// </summary>
    Task BringHome(RelationshipId id, int number, CancellationToken cancellationToken);
}
